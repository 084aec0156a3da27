"""The API: the record for programs of a person's own, under /api/v1/.

A resource is a module with a router, listed here. What a page refuses, this refuses: both go through the same
models, forms and writing.
"""

from ninja import NinjaAPI

from tracker.api import charts, imports, logs, numbers, plan, problems

api = NinjaAPI(
    title="Recovery",
    version="1",
    description="Your own record for your own programs. Each needs a token, made under Settings.",
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url=None,
)
problems.register(api)
for slug, router in logs.routers.items():
    api.add_router(f"/logs/{slug}", router)
api.add_router("", plan.router)
api.add_router("", numbers.router)
api.add_router("/charts", charts.router)
api.add_router("/imports", imports.router)

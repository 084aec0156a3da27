// What a page gains with JavaScript beyond htmx. Every page works without this file.

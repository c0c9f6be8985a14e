// Ambient types: what Vite adds to imports (`?url`, `?worker`, CSS modules) and to `import.meta`.

/// <reference types="vite/client" />

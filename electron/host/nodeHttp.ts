/**
 * Node's `http`. An `import` of it would read every export at once and so load the whole of fetch and WebSocket, which
 * nothing here uses: 35 ms of every start.
 */
export const nodeHttp = process.getBuiltinModule('node:http');

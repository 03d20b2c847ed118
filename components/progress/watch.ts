import { all } from './device'

// Loaded for its effect (instrumentation-client.ts): reading the device begins the sync, and with it the watch.
void all('')

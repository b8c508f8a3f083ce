/** The name of the configuration file where nobody says another one. */
export const CONFIG_FILE = 'runner-cache.yaml';

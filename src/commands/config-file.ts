/** The name of the configuration file where nobody says another one. */
export const CONFIG_FILE = 'runner-cache.yaml';

/** Where the manifests go where nobody says another folder. */
export const OUTPUT_FOLDER = 'dist';

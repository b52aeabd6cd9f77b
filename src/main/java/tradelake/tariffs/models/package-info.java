/** Four models of what a tariff shock does, in plain Java on arrays: no files, no Spark. */
package tradelake.tariffs.models;

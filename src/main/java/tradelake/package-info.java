/** Batch analytics over UN Comtrade data: packages are the steps of the flow, each uses only those before it. */
package tradelake;

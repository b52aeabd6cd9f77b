/** Takes what UN Comtrade has published since into a folder: what is new is decided from its own lists, what came is examined. */
package tradelake.sources.fetch;

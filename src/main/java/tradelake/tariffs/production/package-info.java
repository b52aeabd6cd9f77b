/** What economies sell at home and what goes into it, from plain files or as ITPD-E and ICIO are published. */
package tradelake.tariffs.production;

/** From one edition of the Harmonized System to another, by the tables that the UN Statistics Division publishes. */
package tradelake.harmonise.concordance;

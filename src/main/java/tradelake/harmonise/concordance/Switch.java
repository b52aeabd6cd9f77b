package tradelake.harmonise.concordance;

import java.util.Map;

/**
 * What one reporter trades with one partner in one direction in the last year of one edition and the first of the next: the
 * same trade, but for growth, under two lists of codes.
 *
 * @param before current USD by six-digit code of the older edition
 * @param after the same by code of the newer one
 */
public record Switch(Map<String, Double> before, Map<String, Double> after) {}

package tradelake.tariffs.elasticities;

/**
 * An elasticity and how unsure it is.
 *
 * @param value with the sign of its concept
 * @param standardError nought where none is published
 */
public record Elasticity(double value, double standardError) {}

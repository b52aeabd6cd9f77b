package tradelake.reference;

/**
 * A product of the gold tables.
 *
 * @param id TOTAL, a section S01 to S21, a two-digit chapter or the id of a category
 */
public record Product(String id, ProductLevel level, String nameEn, String nameZh) {}

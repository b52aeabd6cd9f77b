package tradelake.reference;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** The products of a reporter-year that covers all goods, as a drawn cell: the total and every section. */
public final class AllGoods {
    public static final String PRODUCTS = Stream.concat(
                    Stream.of(Products.TOTAL.id()),
                    Reference.load().products().sections().stream().map(HsSection::id))
            .collect(joining("|"));

    private AllGoods() {}
}

package tradelake.reference;

import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/** Says the level and the scheme of a product by looking its id up in short lists, without a join. */
public record ProductKinds(Products products) {
    /** As {@code product_level}; null for an id that is not known. */
    public Column level(Column product) {
        return lookUp(product, known -> known.level().label());
    }

    /** As {@code scheme}; null for an id that is not known. */
    public Column scheme(Column product) {
        return lookUp(product, known -> ProductScheme.of(known).label());
    }

    private Column lookUp(Column product, Function<Product, String> kind) {
        Column found = lit(null).cast("string");
        for (Map.Entry<String, List<Product>> same :
                products.all().stream().collect(groupingBy(kind)).entrySet())
            found = when(
                            product.isInCollection(
                                    same.getValue().stream().map(Product::id).toList()),
                            lit(same.getKey()))
                    .otherwise(found);
        return found;
    }
}

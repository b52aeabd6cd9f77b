package tradelake.indicators;

import static tradelake.reference.Columns.PARTNER_GROUP;
import static tradelake.reference.Columns.PRODUCT_LEVEL;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import tradelake.lake.BadInput;
import tradelake.reference.Economies;
import tradelake.reference.Group;
import tradelake.reference.ProductLevel;
import tradelake.reference.Reference;

/**
 * The settings that decide which pairs the tables of pairs list.
 *
 * @param groups groups on either side, by id
 * @param economies economies on the other side, by key
 * @param levels kinds of product in the headline rows of gold.partner_shares
 */
public record PairList(List<String> groups, List<String> economies, Set<ProductLevel> levels) {
    public PairList {
        groups = groups.stream().distinct().toList();
        economies = economies.stream().distinct().toList();
        levels = new TreeSet<>(levels);
    }

    /** This list, if everything in it is known. */
    PairList knownTo(Reference reference) {
        groups.forEach(reference.groups()::named);
        for (String key : economies)
            if (reference.economies().byKey(key).isEmpty())
                throw new BadInput(
                        "No economy '%s': correct the setting pairs.economies; keys are listed in gold.economies"
                                .formatted(key));
        return this;
    }

    List<Group> groups(Reference reference) {
        return groups.stream().map(reference.groups()::named).toList();
    }

    /** Everything that can stand on the other side. */
    List<String> partners() {
        return Stream.concat(groups.stream(), economies.stream()).toList();
    }

    /** Whether a row's other side is one of these, or everyone. */
    Column isListed() {
        return PARTNER_GROUP
                .col()
                .equalTo(Economies.EVERYONE)
                .or(PARTNER_GROUP.col().isInCollection(partners()));
    }

    /** Whether a product is of one of the kinds. */
    Column hasLevel() {
        return PRODUCT_LEVEL
                .col()
                .isInCollection(levels.stream().map(ProductLevel::label).toList());
    }
}

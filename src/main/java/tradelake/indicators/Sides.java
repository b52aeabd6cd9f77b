package tradelake.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static tradelake.harmonise.Fields.names;
import static tradelake.indicators.Members.GROUPS;
import static tradelake.reference.Columns.MEMBERSHIP;
import static tradelake.reference.Columns.PARTNER;
import static tradelake.reference.Columns.PARTNER_GROUP;
import static tradelake.reference.Columns.YEAR;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tradelake.harmonise.EconomyKeys;
import tradelake.lake.Tables;
import tradelake.reference.Economies;

/** On which sides of a pair a partner counts: with everyone, for itself if it is a known economy, and in its groups. */
record Sides(Members members, EconomyKeys keys) {
    /** For each row with membership, year and partner, a row for each side, named by {@code PARTNER_GROUP}. */
    Dataset<Row> inPlaceOfPartners(Dataset<Row> rows, Tables in) {
        Column nobody = array().cast(GROUPS.type());
        Column itself = when(keys.isUnallocated(PARTNER.col()), nobody).otherwise(array(PARTNER.col()));
        Column sides = concat(array(lit(Economies.EVERYONE)), itself, coalesce(GROUPS.col(), nobody));
        return rows.join(broadcast(members.groups(PARTNER, in)), names(MEMBERSHIP, YEAR, PARTNER), "left")
                .withColumn(PARTNER_GROUP.name(), explode(sides))
                .drop(PARTNER.name(), GROUPS.name());
    }
}

package tradelake.indicators;

import static tradelake.harmonise.Fields.schema;
import static tradelake.reference.Columns.GROUP_ID;
import static tradelake.reference.Columns.MEMBERSHIP;
import static tradelake.reference.Columns.YEAR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import tradelake.lake.Field;
import tradelake.lake.Tables;
import tradelake.lake.Text;
import tradelake.reference.Group;

/** The members of some groups in every year of the tables, by some rules of membership, as small tables to join with. */
final class Members {
    /** Of one group by one rule, the same in all years. */
    static final Field<Integer> SLOT = Field.integer("slot", "", Text.of("Number of a group by one rule", "集团与口径编号"));

    static final Field<Integer> MEMBERS =
            Field.integer("members", "economies", Text.of("How many members the group has", "成员数"));
    static final Field<List<String>> GROUPS = Field.of(
            "groups",
            DataTypes.createArrayType(DataTypes.StringType, false),
            "",
            Text.of("The groups that an economy is a member of", "经济体所属集团"));

    private record Member(int slot, MembershipRule rule, String group, int year, String economy, int members) {}

    private final List<Member> all = new ArrayList<>();

    Members(Collection<Group> groups, Collection<MembershipRule> rules, MembershipDays days) {
        int slot = 0;
        for (Group group : groups) for (MembershipRule rule : rules) add(slot++, group, rule, days);
    }

    private void add(int slot, Group group, MembershipRule rule, MembershipDays days) {
        for (int year = days.firstYear(); year <= days.lastYear(); year++) {
            var members = group.membersOn(days.deciding(rule, year));
            for (String economy : members) all.add(new Member(slot, rule, group.id(), year, economy, members.size()));
        }
    }

    /** Slot, rule, year, member, and how many members there are. */
    Dataset<Row> each(Field<String> member, Tables in) {
        return in.rows(
                schema(SLOT, MEMBERSHIP, YEAR, member, MEMBERS),
                all.stream()
                        .map(m -> RowFactory.create(m.slot(), m.rule().label(), m.year(), m.economy(), m.members()))
                        .toList());
    }

    /** The rule and group of each slot. */
    Dataset<Row> slotNames(Tables in) {
        return in.rows(
                schema(SLOT, MEMBERSHIP, GROUP_ID),
                all.stream()
                        .map(m -> RowFactory.create(m.slot(), m.rule().label(), m.group()))
                        .distinct()
                        .toList());
    }

    /** Year, member and all its slots. */
    Dataset<Row> slots(Field<String> member, Field<List<Integer>> slots, Tables in) {
        return in.rows(schema(YEAR, member, slots), gathered(m -> List.of(m.year(), m.economy()), Member::slot));
    }

    /** Rule, year, member and the ids of all its groups. */
    Dataset<Row> groups(Field<String> member, Tables in) {
        return in.rows(
                schema(MEMBERSHIP, YEAR, member, GROUPS),
                gathered(m -> List.of(m.rule().label(), m.year(), m.economy()), Member::group));
    }

    private List<Row> gathered(Function<Member, List<Object>> key, Function<Member, Object> value) {
        Map<List<Object>, List<Object>> byKey = new LinkedHashMap<>();
        for (Member member : all)
            byKey.computeIfAbsent(key.apply(member), k -> new ArrayList<>()).add(value.apply(member));
        return byKey.entrySet().stream()
                .map(entry -> {
                    List<Object> row = new ArrayList<>(entry.getKey());
                    row.add(entry.getValue());
                    return RowFactory.create(row.toArray());
                })
                .toList();
    }
}

package tradelake.reference;

import static tradelake.reference.Columns.ECONOMY;
import static tradelake.reference.Columns.GROUP_ID;
import static tradelake.reference.Columns.MEMBER_FROM;
import static tradelake.reference.Columns.MEMBER_TO;
import static tradelake.reference.Columns.NAME_EN;
import static tradelake.reference.Columns.NAME_ZH;
import static tradelake.reference.Provenance.CONFIDENCE;
import static tradelake.reference.Provenance.SOURCE;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tradelake.lake.Field;
import tradelake.lake.Job;
import tradelake.lake.Layer;
import tradelake.lake.Table;
import tradelake.lake.Tables;
import tradelake.lake.Text;

/** Makes gold.groups: every spell of an economy in a group. */
public final class GroupsTable implements Job {
    /** Stands for a spell without a first day. */
    static final LocalDate FROM_THE_BEGINNING = LocalDate.of(1900, 1, 1);

    public static final Field<String> STATUS = Field.code(
            "status", Text.of("How it belongs: member, signatory, partner, candidate ...", "身份：成员、签署方、伙伴、申请方等"));
    public static final Field<Boolean> COUNTS = Field.flag(
            "counts",
            Text.of("Counted as a member by the share tables; not so invited and unconfirmed", "份额表计为成员；受邀未加入与未证实者不计"));
    public static final Field<String> NOTE = Field.code("note", Text.of("Remark, null where there is none", "备注；没有则为空"))
            .orNull();

    public static final Table TABLE = Table.named(Layer.GOLD, "groups")
            .meaning(
                    "Which economy belongs to which group from which day to which; 1900-01-01 stands for no known first day.",
                    "各集团的成员及起止日期；1900-01-01 表示无已知起始日。")
            .oneRowPer(GROUP_ID, ECONOMY, MEMBER_FROM)
            .measuring(MEMBER_TO, NAME_EN, NAME_ZH, STATUS, COUNTS, SOURCE, CONFIDENCE, NOTE)
            .always("spell_has_days", "member_to IS NULL OR member_from <= member_to")
            .from("Each row names its source; confidence says how far it was checked")
            .example(
                    """
                    SELECT economy, member_from, source, confidence
                    FROM gold.groups
                    WHERE group_id = 'RCEP'
                    ORDER BY member_from, economy""")
            .build();

    private final Reference reference;

    public GroupsTable(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Table output() {
        return TABLE;
    }

    @Override
    public List<Table> inputs() {
        return List.of();
    }

    @Override
    public String dependsOn() {
        return reference.fingerprint();
    }

    @Override
    public Dataset<Row> compute(Tables in) {
        return in.of(
                TABLE,
                reference.groups().all().stream()
                        .flatMap(group -> group.memberships().stream().map(membership -> row(group, membership)))
                        .toList());
    }

    private static Row row(Group group, Membership membership) {
        return RowFactory.create(
                group.id(),
                membership.economy(),
                Date.valueOf(membership.from().orElse(FROM_THE_BEGINNING)),
                membership.to().map(Date::valueOf).orElse(null),
                group.nameEn(),
                group.nameZh(),
                membership.status().label(),
                membership.status().counts(),
                membership.source(),
                membership.confidence(),
                membership.note().isEmpty() ? null : membership.note());
    }
}

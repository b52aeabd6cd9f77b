package tradelake.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tradelake.lake.Catalog;
import tradelake.lake.Field;
import tradelake.lake.Table;

/** What is declared of the tables, in one language: the pages docs/tables.md and docs/tables.zh.md, and what describe says. */
record Dictionary(Catalog catalog, Lineage lineage, Language language) {
    private static final String HEAD_EN =
            """
            # Tables

            [中文](tables.zh.md)

            Written by a test from the declarations in the code; do not edit. Money is current US dollars, shares and growth are fractions (0.05 is five per cent). `tradelake describe TABLE` says the same. Below each table stands a statement to begin with: `tradelake sql "..."`.

            ## Which table is made from which

            The same as a [picture](lineage.svg). Tables that one step makes stand together.
            """;
    private static final String HEAD_ZH =
            """
            # 数据字典

            [English](tables.md)

            本页由测试根据代码中的声明生成，请勿手工修改。金额为现价美元；份额、税率与增长率均为小数（0.05 即 5%）。`tradelake describe 表名` 给出相同内容。每张表下附一条可直接运行的查询：`tradelake sql "..."`。

            ## 各表的来源关系

            另见[图](lineage.svg)。同一步骤生成的表列于同一框内。
            """;

    Dictionary(Catalog catalog, Language language) {
        this(catalog, new Lineage(catalog), language);
    }

    String page() {
        return language.of(HEAD_EN, HEAD_ZH) + "\n```mermaid\n" + lineage.mermaid() + "```\n"
                + catalog.tables().stream().map(this::section).collect(Collectors.joining());
    }

    private String section(Table table) {
        return "\n## " + table.name() + "\n\n" + language.of(table.meaning()) + "\n\n"
                + String.join(language.of(" ", ""), facts(table)) + "\n\n" + columns(table) + rules(table)
                + "\n```sql\n" + table.example() + "\n```\n";
    }

    /** What holds of the table as a whole, a sentence each. */
    List<String> facts(Table table) {
        List<String> facts = new ArrayList<>();
        fact(facts, "One row per", "每行对应：", List.of(table.keyNames()));
        fact(
                facts,
                "Partitioned by",
                "分区：",
                table.partitions().stream().map(Field::name).toList());
        fact(facts, "Sources:", "资料来源：", table.sources());
        fact(facts, "Made from", "取自：", lineage.madeFrom(table));
        fact(facts, "Read by", "供以下各表使用：", lineage.readBy(table));
        return facts;
    }

    private void fact(List<String> facts, String en, String zh, List<String> names) {
        if (names.isEmpty()) return;
        facts.add(language.of(en + " " + String.join(", ", names) + ".", zh + String.join("、", names) + "。"));
    }

    private String columns(Table table) {
        StringBuilder columns = new StringBuilder(language.of(
                "| column | type | unit | meaning |\n|---|---|---|---|\n",
                "| 列 | 类型 | 单位 | 含义 |\n|---|---|---|---|\n"));
        for (Field<?> field : table.fields())
            columns.append("| %s%s | %s%s | %s | %s |\n"
                    .formatted(
                            field.name(),
                            table.key().contains(field) ? language.of(" (key)", "（键）") : "",
                            field.type().sql().toLowerCase(Locale.ROOT),
                            field.nullable() ? language.of(", may be null", "，可为空") : "",
                            language.unit(field.unit()),
                            language.of(field.meaning())));
        return columns.toString();
    }

    private String rules(Table table) {
        if (table.rules().isEmpty()) return "";
        return language.of("\nAlways, in every row:\n\n", "\n每一行恒满足：\n\n")
                + table.rules().stream()
                        .map(rule -> "- %s: `%s`\n".formatted(rule.name(), rule.sql()))
                        .collect(Collectors.joining());
    }
}

-- A run of which every figure of the report has rows: few economies, made-up numbers that follow from their keys.
CREATE TABLE main.about (name VARCHAR, value VARCHAR);
INSERT INTO main.about VALUES ('run', '000007-20260101T000000Z'), ('code', '0.1'), ('label', 'SYNTHETIC: drawn for a test');

INSERT INTO gold.economies BY NAME
SELECT * FROM (VALUES ('AUS', 'Australia', '澳大利亚'), ('CHN', 'China', '中国'), ('JPN', 'Japan', '日本'), ('KOR', 'Rep. of Korea', '韩国'),
    ('SGP', 'Singapore', '新加坡'), ('VNM', 'Viet Nam', '越南'), ('THA', 'Thailand </script><script>alert(1)</script>', '泰国 "引号"'),
    ('DEU', 'Germany', '德国'), ('USA', 'US', '美国'), ('IND', 'India', '印度'), ('WLD', 'World', '世界')) AS drawn(economy, name_comtrade, name_zh);
INSERT INTO gold.groups BY NAME
SELECT group_id, unnest(members) AS economy, DATE '2022-01-01' AS member_from, name_en, name_zh, true AS counts
FROM (VALUES ('RCEP', ['AUS', 'CHN', 'JPN', 'KOR', 'SGP', 'VNM', 'THA'], 'RCEP', 'RCEP'), ('ASEAN', ['SGP', 'VNM', 'THA'], 'ASEAN', '东盟'),
    ('EU27_2020', ['DEU'], 'EU', '欧盟'), ('USMCA', ['USA'], 'USMCA', '美墨加'), ('CPTPP', ['AUS', 'JPN', 'SGP', 'VNM'], 'CPTPP', 'CPTPP'))
    AS drawn(group_id, members, name_en, name_zh);
INSERT INTO gold.products BY NAME
SELECT 'S' || lpad(n::VARCHAR, 2, '0') AS product, 'section' AS product_level, 'section' AS scheme, 'Section ' || n AS name_en, '第' || n || '类' AS name_zh
FROM range(1, 10) AS t(n)
UNION ALL BY NAME
SELECT 'F1_' || n AS product, 'category' AS product_level, 'figure1' AS scheme, 'Category ' || n AS name_en, '类别' || n AS name_zh FROM range(1, 10) AS t(n);

INSERT INTO gold.regional_shares BY NAME
SELECT group_id, year, flow, 'TOTAL' AS product, basis, membership, reporter_set,
       0.05 * place + 0.001 * (year - 2010) + 0.002 * length(basis) - 0.003 * length(reporter_set) + 0.001 * length(flow) AS intra_share,
       1e11 * place AS intra_usd, 7 AS reporters_present, 7 AS reporters_expected,
       basis = 'as_reported' AND membership = 'fixed' AND reporter_set = 'present' AS is_headline
FROM (VALUES ('RCEP', 5), ('ASEAN', 3), ('EU27_2020', 7), ('USMCA', 4), ('CPTPP', 6)) AS g(group_id, place), range(2015, 2025) AS y(year),
     (VALUES ('XM'), ('X'), ('M')) AS f(flow), (VALUES ('as_reported'), ('mirror_filled')) AS b(basis),
     (VALUES ('fixed'), ('in_force')) AS m(membership), (VALUES ('present'), ('constant')) AS r(reporter_set)
WHERE NOT (basis = 'mirror_filled' AND reporter_set = 'constant') AND (membership = 'fixed' OR year >= 2022);
INSERT INTO gold.trade_intensity BY NAME
SELECT year, 'as_reported' AS basis, x.economy AS exporter, m.economy AS importer, 1e9 * (1 + length(x.economy || year)) AS export_usd,
       0.02 + 0.001 * (ascii(m.economy) - 64) AS share_of_exports
FROM gold.economies AS x, gold.economies AS m, range(2015, 2025) AS y(year)
WHERE x.economy <> m.economy AND 'WLD' NOT IN (x.economy, m.economy);
INSERT INTO gold.rcep_before_after BY NAME
SELECT 'RCEP' AS group_id, 'RCEP' AS partner_group, flow, 'F1_' || n AS product, '2019' AS baseline, 2024 AS year, 0.1 + 0.02 * n AS baseline_share,
       0.12 + 0.015 * n AS share, 0.02 - 0.005 * n AS share_change, 1e10 * n AS value_usd, 0.1 * n AS growth, 6 AS reporters_compared, 7 AS members,
       n = 3 AS series_break
FROM range(1, 10) AS t(n), (VALUES ('XM'), ('X'), ('M')) AS f(flow);
INSERT INTO gold.rcep_before_after BY NAME
SELECT 'RCEP' AS group_id, 'RCEP' AS partner_group, unnest(['XM', 'X', 'M']) AS flow, 'TOTAL' AS product, '2019' AS baseline, 2024 AS year,
       'as_reported' AS basis, 0.004 AS share_change, 6 AS reporters_compared;
INSERT INTO gold.product_composition BY NAME
SELECT 'RCEP' AS group_id, 'RCEP' AS partner_group, year, 'X' AS flow, 'section' AS scheme, 'S' || lpad(n::VARCHAR, 2, '0') AS product,
       'as_reported' AS basis, 1e9 * n AS value_usd, n / 45 AS share
FROM range(1, 10) AS t(n), range(2015, 2025) AS y(year);
INSERT INTO gold.partner_shares BY NAME
SELECT 'ASEAN' AS group_id, economy AS partner_group, year, flow, 'TOTAL' AS product, true AS is_headline, 1e9 * ascii(economy) AS value_usd,
       0.002 * (ascii(economy) - 60) + 0.001 * (year - 2015) AS share
FROM gold.economies, range(2015, 2025) AS y(year), (VALUES ('XM'), ('X'), ('M')) AS f(flow) WHERE economy <> 'WLD';
INSERT INTO gold.coverage BY NAME
SELECT economy AS reporter, year, economy <> 'THA' OR year < 2024 AS has_x, economy <> 'THA' OR year < 2023 AS has_m, 'H5' AS hs_edition, 20 AS partners,
       1e11 AS value_x_usd, 1e11 AS value_m_usd, 0.01 AS gap_x, -0.02 AS gap_m
FROM gold.economies, range(2015, 2025) AS y(year) WHERE economy <> 'WLD';

INSERT INTO gold.reconciliation BY NAME
SELECT year, 'TOTAL' AS product, source, 1000 AS flows, 1e12 * share AS value_usd, share, CASE source WHEN 'both' THEN 0.21 END AS mirror_gap
FROM (VALUES ('both', 0.7), ('exporter', 0.2), ('importer', 0.1)) AS s(source, share), range(2015, 2025) AS y(year);

INSERT INTO gold.effective_tariffs BY NAME
SELECT scenario, date, 'USA' AS importer, economy AS exporter, 'TOTAL' AS product, 1e10 * ascii(economy) AS import_value_usd, 0.02 AS base_rate,
       0.05 + 0.002 * ascii(economy) AS total_rate, 0.03 AS struck_down_rate
FROM gold.economies, (VALUES ('spring', DATE '2025-04-09'), ('late summer', DATE '2025-08-31')) AS s(scenario, date) WHERE economy <> 'USA';
INSERT INTO gold.scenario_country BY NAME
SELECT scenario, model, 'closed' AS closure, 'standard' AS elasticity_set, economy, measure, -0.001 * ascii(economy) AS value, 'fraction' AS unit,
       -0.0012 * ascii(economy) AS p05, -0.0011 * ascii(economy) AS p50, -0.0005 * ascii(economy) AS p95
FROM gold.economies, (VALUES ('spring'), ('late summer')) AS s(scenario), (VALUES ('smart'), ('gsim'), ('one-sector'), ('multi-sector')) AS m(model),
     (VALUES ('exports_growth'), ('welfare_change')) AS e(measure) WHERE economy <> 'WLD';
INSERT INTO gold.claims BY NAME
SELECT 'C' || n AS claim_id, 'primary' AS variant, true AS is_primary, 'It is "said" to be ' || n || chr(8232) || '</script>' AS says, n::DOUBLE AS published_value,
       n + 0.1 AS computed_value, '%' AS unit, ['reproduced', 'close', 'not reproduced', 'not computable', 'synthetic'][n] AS verdict,
       '' AS reason, 'share: X 2024' AS definition, 'A report' AS source
FROM range(1, 6) AS t(n);

CREATE TABLE IF NOT EXISTS gold.rcep_event_study (outcome VARCHAR, estimator VARCHAR, fixed_effects VARCHAR, cohort VARCHAR, control_group VARCHAR,
    event_time INTEGER, estimate DOUBLE, std_error DOUBLE, ci_low DOUBLE, ci_high DOUBLE, pairs INTEGER, n_obs BIGINT);
INSERT INTO gold.rcep_event_study BY NAME
SELECT outcome, 'ppml_cohorts_leads' AS estimator, 'pair + exporter^year' AS fixed_effects, 'all' AS cohort, 'no_new_agreement' AS control_group, event_time,
       0.01 * event_time AS estimate, 0.02 AS std_error, 0.01 * event_time - 0.04 AS ci_low, 0.01 * event_time + 0.04 AS ci_high, 3 AS pairs, 1000 AS n_obs
FROM range(-5, 3) AS t(event_time), (VALUES ('trade'), ('log_trade')) AS o(outcome) WHERE event_time <> -1;
CREATE TABLE IF NOT EXISTS gold.gravity_estimates (model_id VARCHAR, term VARCHAR, estimate DOUBLE, std_error DOUBLE, z DOUBLE, p_value DOUBLE,
    ci_low DOUBLE, ci_high DOUBLE, pairs INTEGER);
INSERT INTO gold.gravity_estimates BY NAME
SELECT model_id, term, 0.1 * n AS estimate, 0.05 AS std_error, 0.01 AS p_value, 0.1 * n - 0.1 AS ci_low, 0.1 * n + 0.1 AS ci_high, 3 AS pairs
FROM (VALUES ('TOTAL/class', 'rcep_first_fta', 1), ('TOTAL/class', 'fta', 2), ('TOTAL/member', 'rcep_CHN', 3), ('S01/pooled', 'rcep', 4), ('S02/pooled', 'rcep', 5))
    AS drawn(model_id, term, n);
INSERT INTO gold.gravity_models BY NAME
SELECT product || '/' || split AS model_id, product, level AS product_level, split
FROM (VALUES ('TOTAL', 'total', 'class'), ('TOTAL', 'total', 'member'), ('S01', 'section', 'pooled'), ('S02', 'section', 'pooled')) AS drawn(product, level, split);

CREATE SCHEMA run;
CREATE TABLE run.files AS SELECT 'comtrade-bulk' AS format, 'whole' AS kind, 'accepted' AS verdict, 3 AS files, 300 AS rows, 1e12::DECIMAL(38, 6) AS value_usd,
    DATE '2024-01-01' AS first_published, NULL::DATE AS last_published;
CREATE TABLE run.ledger AS SELECT 'in' AS fate, 'in' AS reason, 3 AS files, 300 AS rows, 1e12::DECIMAL(38, 6) AS value_usd;
CREATE TABLE run.tables AS SELECT 'gold.claims' AS name, 3 AS version, 5 AS rows, '000007' AS made_by;
CREATE TABLE run.settings AS SELECT 'years' AS name, '2015-2024' AS value;

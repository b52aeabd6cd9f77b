/** Margins that RCEP's tariff schedules leave, beside most-favoured-nation rates and other agreements, on the trade of a base year. */
package tradelake.rcep.exposure;

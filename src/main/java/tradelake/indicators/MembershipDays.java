package tradelake.indicators;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The settings that decide who is a member of a group in which year.
 *
 * @param firstYear of the tables
 * @param lastYear of the tables
 * @param fixedOn under {@code fixed}, the members on this day are the members in every year
 * @param inForceDay under {@code in_force}, the members on this day of a year are the members in it
 */
public record MembershipDays(int firstYear, int lastYear, LocalDate fixedOn, MonthDay inForceDay) {
    LocalDate deciding(MembershipRule rule, int year) {
        return rule == MembershipRule.FIXED ? fixedOn : inForceDay.atYear(year);
    }
}

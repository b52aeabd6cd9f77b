/** Who pays which duty on which day: measures as data, and how they stack. */
package tradelake.tariffs.schedule;

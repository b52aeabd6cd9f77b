/** One value for a flow that two economies report: imports brought to FOB, then a mean weighted by how reliable each side is. */
package tradelake.harmonise.mirror;

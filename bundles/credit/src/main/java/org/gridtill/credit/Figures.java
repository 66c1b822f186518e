package org.gridtill.credit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;

/** What one statement has read of the holders' rows. */
final class Figures {

  private static final String SELECT =
      "SELECT holder, parent, net_position, reserved, changes FROM gt_holder_total";

  private final Map<String, Line> lines;
  private final Map<String, List<Line>> below;

  private Figures(List<Line> read) {
    lines =
        read.stream()
            .collect(
                Collectors.toMap(
                    line -> line.holder().toString(),
                    Function.identity(),
                    (one, other) -> one,
                    TreeMap::new));
    below = read.stream().collect(Collectors.groupingBy(Line::parent));
  }

  /** A holder's row; the amounts, in fen, include those of everybody below. */
  private record Line(Holder holder, String parent, long position, long reserved, long changes) {}

  /** The amounts of a holder without those of anybody below. */
  record Own(Money position, Money reserved) {}

  static Figures ofAll(EntityManager em) {
    return read(em.createNativeQuery(SELECT + " ORDER BY holder"));
  }

  /** Reads a holder and those directly below. */
  static Figures near(EntityManager em, Holder holder) {
    Query query =
        em.createNativeQuery(SELECT + " WHERE holder = ?1 OR parent = ?2 ORDER BY holder");
    query.setParameter(1, holder.toString());
    query.setParameter(2, holder.toString());
    return read(query);
  }

  private static Figures read(Query query) {
    List<?> rows = query.getResultList();
    return new Figures(rows.stream().map(Object[].class::cast).map(Figures::line).toList());
  }

  private static Line line(Object[] row) {
    return new Line(
        Holder.parse((String) row[0]),
        (String) row[1],
        number(row[2]),
        number(row[3]),
        number(row[4]));
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  Collection<Holder> holders() {
    return lines.values().stream().map(Line::holder).toList();
  }

  boolean knows(Holder holder) {
    return lines.containsKey(holder.toString());
  }

  /** Tells whether a holder and those directly below are the same in both. */
  boolean isSame(Figures other, Holder holder) {
    Line line = lines.get(holder.toString());
    return line != null
        && line.equals(other.lines.get(holder.toString()))
        && below(holder).equals(other.below(holder));
  }

  Own own(Holder holder) {
    Line line = lines.get(holder.toString());
    long position = line.position();
    long reserved = line.reserved();
    for (Line child : below(holder)) {
      position -= child.position();
      reserved -= child.reserved();
    }
    return new Own(Money.ofFen(position), Money.ofFen(reserved));
  }

  private List<Line> below(Holder holder) {
    return below.getOrDefault(holder.toString(), List.of());
  }
}

package org.gridtill.benchmarks;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.credit.Holder;

/** Makes agencies and collectors with a limit that nobody reaches. */
final class CreditHolders {

  private static final String INSERT =
      "INSERT INTO gt_holder (holder, agency_code, collector_code, parent, name, state, reason,"
          + " credit_limit, net_position, reserved, lent, changes, alerted, contact, language)"
          + " VALUES (?1, ?2, ?3, ?4, 'of the benchmark', 'ACTIVE', '', 1000000000000000, 0, 0, 0, 0,"
          + " 0, '', 'zh')";

  private final JpaTemplate jpa;

  CreditHolders(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  /** Makes an agency without collectors. */
  void agency(String code) {
    jpa.tx(TransactionType.Required, em -> insert(em, Holder.agency(code), ""));
  }

  /**
   * Makes agencies with collectors.
   *
   * @param prefix what the agencies' codes begin with
   * @param agencies how many agencies
   * @param collectors how many collectors each
   * @param parent the agency above them; empty for none
   * @return the collectors
   */
  List<Holder> collectors(String prefix, int agencies, int collectors, String parent) {
    List<Holder> made = new ArrayList<>();
    jpa.tx(
        TransactionType.Required,
        em -> {
          for (int a = 1; a <= agencies; a++) {
            Holder agency = Holder.agency(prefix + a);
            insert(em, agency, parent);
            for (int c = 1; c <= collectors; c++) {
              Holder collector = new Holder(agency.agencyCode(), "C" + c);
              insert(em, collector, agency.agencyCode());
              made.add(collector);
            }
          }
        });
    return made;
  }

  private static void insert(EntityManager em, Holder holder, String parent) {
    em.createNativeQuery(INSERT)
        .setParameter(1, holder.toString())
        .setParameter(2, holder.agencyCode())
        .setParameter(3, holder.collectorCode())
        .setParameter(4, parent)
        .executeUpdate();
  }
}

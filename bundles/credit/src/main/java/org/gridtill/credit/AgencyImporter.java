package org.gridtill.credit;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.AgencyImport;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports agencies and collectors in one commit. Agencies that are there already are locked at its
 * end, since terminals wait for them.
 */
@Component
public class AgencyImporter implements AgencyImport {

  private static final String REASON = "imported from a file";

  private final JpaTemplate jpa;
  private final Limits limits;

  /** Made by Declarative Services. */
  @Activate
  public AgencyImporter(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa, @Reference Limits limits) {
    this.jpa = jpa;
    this.limits = limits;
  }

  @Override
  public Imported importFrom(Reader csv, String person) throws IOException {
    Holders.requirePerson(person);
    AgencyFile.Content content = AgencyFile.read(csv);
    return jpa.txExpr(TransactionType.Required, em -> importAll(em, content, person));
  }

  private Imported importAll(EntityManager em, AgencyFile.Content content, String person) {
    AgencyPlan plan = AgencyPlan.of(em, content.lines());
    List<BadLine> bad = new ArrayList<>(content.bad());
    bad.addAll(plan.bad());
    if (!bad.isEmpty()) {
      bad.sort(Comparator.comparingLong(BadLine::number));
      throw new BadFileException(bad);
    }
    plan.lines().forEach(line -> add(em, line));
    plan.lines().stream()
        .filter(line -> line.limit().isPositive())
        .forEach(line -> limits.request(line.holder(), line.limit(), person, REASON));
    em.flush();
    lock(em, plan.existing());
    int collectors =
        (int) plan.lines().stream().filter(line -> line.holder().isCollector()).count();
    return new Imported(plan.lines().size() - collectors, collectors);
  }

  private static void add(EntityManager em, AgencyFile.Line line) {
    Agencies.Contact contact = new Agencies.Contact(line.contact(), line.language());
    Holders.add(em, line.holder(), line.parent(), line.name(), contact);
  }

  /** Makes sure that the agencies above are still open and where they were; the lowest first. */
  private static void lock(EntityManager em, Collection<List<String>> chains) {
    List<List<String>> ordered = new ArrayList<>(chains);
    ordered.sort(
        Comparator.comparingInt((List<String> chain) -> chain.size())
            .reversed()
            .thenComparing(chain -> chain.get(0)));
    for (List<String> chain : ordered) {
      String agency = chain.get(0);
      Holders.requireOpen(Holders.lock(em, Holder.agency(agency)));
      if (!Chains.read(em, agency).equals(chain)) {
        throw new IllegalStateException(agency + " was moved at the same moment; try again");
      }
    }
  }
}

package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;

/** Completes the codes of agencies. */
@Service
public class AgencyCodes extends Words {

  @Reference(optional = true)
  Credit credit;

  @Override
  Stream<String> words() {
    return credit == null
        ? Stream.empty()
        : credit.list().stream()
            .map(CreditLine::holder)
            .filter(holder -> !holder.isCollector())
            .map(Holder::agencyCode);
  }
}

package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Completes the numbers of fund batches that have not arrived. */
@Service
public class OpenBatches extends Words {

  private static final int MOST = 1000;

  @Reference(optional = true)
  Remittances remittances;

  @Override
  Stream<String> words() {
    return remittances == null
        ? Stream.empty()
        : remittances.list(null, true, MOST).stream().map(FundBatch::reference);
  }
}

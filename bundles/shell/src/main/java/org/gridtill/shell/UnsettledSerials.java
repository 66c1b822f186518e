package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.transactions.TransactionEngine;

/** Completes the serial numbers of transactions whose outcome is open. */
@Service
public class UnsettledSerials extends Words {

  private static final int LIMIT = 50;

  @Reference(optional = true)
  TransactionEngine engine;

  @Override
  Stream<String> words() {
    return engine == null
        ? Stream.empty()
        : engine.unsettled(LIMIT).stream().map(found -> found.serialNo().toString());
  }
}

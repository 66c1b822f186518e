package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.transactions.ReversalDesk;

/** Completes the serial numbers of transactions whose reversal waits for a second person. */
@Service
public class RequestedReversals extends Words {

  @Reference(optional = true)
  ReversalDesk desk;

  @Override
  Stream<String> words() {
    return desk == null
        ? Stream.empty()
        : desk.authorizations().stream()
            .filter(authorization -> authorization.authorizedBy() == null)
            .map(authorization -> authorization.serialNo().toString());
  }
}

package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Credit;

/** Completes the codes of agencies and collectors. */
@Service
public class HolderCodes extends Words {

  @Reference(optional = true)
  Credit credit;

  @Override
  Stream<String> words() {
    return credit == null
        ? Stream.empty()
        : credit.list().stream().map(line -> line.holder().toString());
  }
}

package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Limits;

/** Completes agencies and collectors for which somebody asks for another limit. */
@Service
public class RequestedLimits extends Words {

  @Reference(optional = true)
  Limits limits;

  @Override
  Stream<String> words() {
    return limits == null
        ? Stream.empty()
        : limits.requests().stream().map(request -> request.holder().toString());
  }
}

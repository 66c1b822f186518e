package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.people.Role;

/** Completes the names of roles. */
@Service
public class RoleNames extends Words {

  @Override
  Stream<String> words() {
    return Stream.of(Role.values()).map(Role::word);
  }
}

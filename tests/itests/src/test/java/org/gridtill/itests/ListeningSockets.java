package org.gridtill.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** On which ports a process of this machine listens, as the kernel tells. Linux only. */
final class ListeningSockets {

  private static final String LISTENS = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private ListeningSockets() {}

  /** Returns the ports, and for each whether others than this machine reach it. */
  static Map<Integer, Boolean> of(long process) throws IOException {
    Set<String> own = sockets(process);
    Map<Integer, Boolean> ports = new HashMap<>();
    for (String table : Set.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/net/" + table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[3].equals(LISTENS) && own.contains(columns[9])) {
          String[] local = columns[1].split(":");
          ports.merge(
              Integer.parseInt(local[1], 16), !LOOPBACK.contains(local[0]), Boolean::logicalOr);
        }
      }
    }
    return ports;
  }

  private static Set<String> sockets(long process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fd"))) {
      for (Path file : files.toList()) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring("socket:[".length(), target.length() - 1));
          }
        } catch (IOException e) {
          // It was closed meanwhile.
          continue;
        }
      }
    }
    return inodes;
  }
}

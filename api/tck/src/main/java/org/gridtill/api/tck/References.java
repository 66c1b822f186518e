package org.gridtill.api.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the classes of a bundle call and use, as {@code type} and {@code type.method}. */
final class References {

  private References() {}

  /** Reads the classes of one package and those below it. */
  static Set<String> of(Path classes, String packageName) {
    Path folder = classes.resolve(packageName.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("no classes in " + folder);
    }
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".class")).toList();
      for (Path file : all) {
        new ClassReader(Files.readAllBytes(file)).accept(new Reader(found), 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Reader extends ClassVisitor {

    private final Set<String> found;

    Reader(Set<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String form, boolean isInterface) {
          String type = owner.replace('/', '.');
          found.add(type);
          found.add(type + '.' + called);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
          found.add(type.replace('/', '.'));
        }
      };
    }
  }
}

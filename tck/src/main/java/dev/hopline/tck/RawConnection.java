// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sends requests byte for byte as a test wants them, which no HTTP client does, over a connection
 * that is kept as long as the server keeps it. Not thread-safe.
 */
final class RawConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final Charset ISO = StandardCharsets.ISO_8859_1;

  private final URI server;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();

  /** A connection that is opened when it is needed. */
  RawConnection(URI server) {
    this.server = server;
  }

  /**
   * What a server has answered. Bytes are shown as the characters of ISO 8859-1.
   *
   * @param headers the lines between the status line and the body
   */
  record Answer(int httpStatus, List<String> headers, String body) {
    /** The value of the first header of this name in lower case; empty if there is none. */
    String header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /**
   * Sends a request and reads the whole of its answer.
   *
   * @throws IOException if the server closes the connection without a complete answer
   */
  Answer exchange(byte[] request) throws IOException {
    send(request);
    try {
      boolean head = request.length > 4 && new String(request, 0, 5, ISO).equals("HEAD ");
      Answer answer = answer(head);
      if (answer.header("connection").equalsIgnoreCase("close")) {
        socket.close();
      }
      return answer;
    } catch (IOException broken) {
      socket.close();
      throw broken;
    }
  }

  /** Sends bytes, over a new connection if there is none. */
  void send(byte[] bytes) throws IOException {
    if (!socket.isConnected() || socket.isClosed()) {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException broken) {
      socket.close();
      throw broken;
    }
  }

  /** Reads an answer up to its body. */
  Answer head() throws IOException {
    String status = line();
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    int httpStatus = Integer.parseInt(status.split(" ", 3)[1]);
    return httpStatus < 200 ? head() : new Answer(httpStatus, headers, "");
  }

  /** Reads as much of a body, unless it ends before. */
  void skip(int bytes) throws IOException {
    in.readNBytes(bytes);
  }

  /** Closes the connection in the middle of whatever there is, so that the server is told of it. */
  void reset() throws IOException {
    if (!socket.isClosed()) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private Answer answer(boolean noBody) throws IOException {
    Answer head = head();
    if (noBody || head.httpStatus() == 204 || head.httpStatus() == 304) {
      return head;
    }
    return new Answer(head.httpStatus(), head.headers(), body(head));
  }

  private String body(Answer head) throws IOException {
    if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = head.header("content-length");
    if (!length.isEmpty()) {
      return bytes(Integer.parseInt(length));
    }
    String body = new String(in.readAllBytes(), ISO);
    socket.close();
    return body;
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(bytes(size));
      line();
    }
    while (!line().isEmpty()) {
      // A trailer.
    }
    return body.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("a body that ends too early");
    }
    return new String(bytes, ISO);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("a connection that ends after \"" + line + "\"");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

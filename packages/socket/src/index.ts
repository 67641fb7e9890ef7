export {
  type Address,
  defaultAddress,
  formatAddress,
  type HostAddress,
  isLoopback,
  isLoopbackHost,
  parseAddress,
  type UnixAddress,
} from "./address.ts";
export type { ByteSocket } from "./byte-socket.ts";
export { dial, type DialOptions } from "./dial.ts";
export {
  createFrameConnection,
  type FrameConnection,
  type FrameConnectionOptions,
  type FrameReceiver,
  largestFrameBytes,
  largestFrameBytesBeforeProof,
} from "./frame-connection.ts";
export {
  createFrameDecoder,
  type FrameDecoder,
  type FrameDecoderOptions,
} from "./frame-decoder.ts";
export { encodeFrame } from "./frame-length.ts";
export { listen, type Listener, type ListenerCertificate, type ListenOptions } from "./listen.ts";
export type { Peer } from "./peer.ts";
export { assertSocketPathFits, socketPathLimitBytes } from "./socket-path.ts";
export type { TlsCredentials } from "./tls-credentials.ts";

import { crc32 } from 'node:zlib'

/** Some writers put every size into the ZIP64 extra field, however small the file. */
export function zip64(file: string, content: Uint8Array): Buffer {
  const name = Buffer.from(file)
  const sizes = Buffer.alloc(20)
  sizes.writeUInt16LE(1, 0)
  sizes.writeUInt16LE(16, 2)
  sizes.writeBigUInt64LE(BigInt(content.length), 4)
  sizes.writeBigUInt64LE(BigInt(content.length), 12)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt32LE(crc32(content), 16)
  header.writeUInt32LE(0xffffffff, 20)
  header.writeUInt32LE(0xffffffff, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(sizes.length, 30)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const start = local.length + name.length + content.length
  const directoryLength = header.length + name.length + sizes.length
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(1n, 32)
  end64.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + directoryLength), 8)
  const end = Buffer.alloc(22, 0xff)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([local, name, content, header, name, sizes, end64, locator, end])
}

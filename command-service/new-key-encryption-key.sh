#!/bin/sh
# Makes a new key-encryption key: a Tink keyset (JSON) with one AES-256-GCM key, readable by its owner only. Whoever loses
# the file loses every personal text of the ledger, and whoever has it besides the persons' keys can read them: keep a copy
# apart from the backups of the data.
#
#   command-service/new-key-encryption-key.sh FILE
set -eu
file=${1:?name the file to make}
if [ -e "$file" ]; then
  echo "$file exists already and is left as it is." >&2
  exit 1
fi
umask 077
# Field 3 of Tink's AesGcmKey message: tag 0x1a, length 0x20, 32 random bytes.
value=$({ printf '\032\040'; head -c 32 /dev/urandom; } | base64 | tr -d '\n')
cat > "$file" <<JSON
{"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"$value","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}
JSON

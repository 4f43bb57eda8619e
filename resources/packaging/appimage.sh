#!/bin/sh
# Make an AppImage of dist/sanad. Tools come from the AppImage project, of one version, and are checked by their hash.
set -eu
cd "$(dirname "$0")/../.."
version=$(dist/sanad/sanad --version | cut -d' ' -f2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() {
    curl --fail --silent --show-error --location --output "$work/$1" "https://github.com/AppImage/$2"
    echo "$3  $work/$1" | sha256sum --check --quiet
    chmod +x "$work/$1"
}

fetch tool appimagetool/releases/download/1.9.1/appimagetool-x86_64.AppImage \
    ed4ce84f0d9caff66f50bcca6ff6f35aae54ce8135408b3fa33abfc3cb384eb0
fetch runtime type2-runtime/releases/download/20251108/runtime-x86_64 \
    2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d

folder=$work/AppDir
mkdir -p "$folder/usr/lib"
cp -a dist/sanad "$folder/usr/lib/sanad"
cp resources/packaging/sanad.desktop "$folder/"
cp resources/packaging/icons/sanad.svg "$folder/"
printf '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/usr/lib/sanad/sanad" "$@"\n' > "$folder/AppRun"
chmod +x "$folder/AppRun"

out=dist/sanad-$version-linux-x86_64.AppImage
ARCH=x86_64 "$work/tool" --appimage-extract-and-run --runtime-file "$work/runtime" "$folder" "$out"
"$out" --appimage-extract-and-run --self-check

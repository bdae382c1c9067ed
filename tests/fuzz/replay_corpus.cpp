// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds every file of the folders named on the command line to a fuzzer's entry function, so that each input that was ever
// interesting stays a test under every compiler. Fails when a folder is missing or empty; a broken property aborts.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTextStream>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

namespace {

/// How many files were replayed; negative when one could not be read.
int replay(const QString& folder)
{
    int count = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext(); ++count) {
        QFile file(files.next());
        QTextStream(stdout) << "replaying " << file.fileName() << Qt::endl; // the last line names the culprit of an abort
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray content = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(content.constData()), std::size_t(content.size()));
    }
    return count;
}

} // namespace

int main(int argc, char** argv)
{
    LLVMFuzzerTestOneInput(nullptr, 0);
    for (int at = 1; at < argc; ++at) {
        const QString folder = QString::fromLocal8Bit(argv[at]);
        if (const int count = replay(folder); count <= 0) {
            QTextStream(stderr) << (count < 0 ? "unreadable file in " : "no corpus in ") << folder << Qt::endl;
            return 1;
        }
    }
    return argc > 1 ? 0 : 1;
}

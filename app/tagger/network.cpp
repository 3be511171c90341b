// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/network.h"

#include <QFile>
#include <QLibrary>

#define ORT_API_MANUAL_INIT
#include <onnxruntime_cxx_api.h>

#include <array>
#include <iostream>

namespace nutgraf::tagger {

namespace {

constexpr std::array<const char *, 2> Inputs{"vectors", "columns"};
constexpr std::array<const char *, 1> Outputs{"scores"};

/// Keeps std::cerr silent while it lives. Debian's ONNX Runtime and the libonnx beside it both
/// register the standard operators and write a line there for each, 568 in all, which no setting of
/// theirs prevents.
class Silence {
public:
    Silence() : m_target(std::cerr.rdbuf(nullptr)) { }
    ~Silence()
    {
        std::cerr.rdbuf(m_target); // clears the state too
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
    Silence(Silence &&) = delete;
    Silence &operator=(Silence &&) = delete;

private:
    std::streambuf *m_target;
};

/// Loads ONNX Runtime; an empty string: it is there, else what the system says.
QString loadRuntime()
{
    static const QString fault = [] {
        QLibrary library(QStringLiteral(NUTGRAF_ONNXRUNTIME));
        const auto base =
            reinterpret_cast<const OrtApiBase *(*)()>(library.resolve("OrtGetApiBase"));
        const OrtApi *api = base != nullptr ? base()->GetApi(ORT_API_VERSION) : nullptr;
        if (api == nullptr) {
            return base == nullptr ? library.errorString() : QStringLiteral("version");
        }
        Ort::InitApi(api);
        return QString();
    }();
    return fault;
}

Ort::SessionOptions options()
{
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(1); // one paragraph is too small to share
    options.SetInterOpNumThreads(1);
    options.DisableMemPattern(); // every paragraph has another length
    options.SetLogSeverityLevel(ORT_LOGGING_LEVEL_FATAL); // errors come as exceptions
    return options;
}

} // namespace

struct Network::Private {
    explicit Private(const std::string &file)
        : session(runtime, file.c_str(), options()),
          memory(Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault))
    {
        const auto shape = session.GetOutputTypeInfo(0).GetTensorTypeAndShapeInfo().GetShape();
        outputs = shape.size() == 2 && shape[1] > 0 ? static_cast<size_t>(shape[1]) : 0;
    }

    Ort::Env runtime{ORT_LOGGING_LEVEL_FATAL, "nutgraf"};
    Ort::Session session;
    Ort::MemoryInfo memory;
    size_t outputs = 0;
};

Network::Network(std::unique_ptr<Private> p) : d(std::move(p)) { }
Network::~Network() = default;
Network::Network(Network &&) noexcept = default;
Network &Network::operator=(Network &&) noexcept = default;

Result<Network> Network::load(const QString &file)
{
    if (!QFile::exists(file)) {
        return fail(ErrorCode::FileNotFound, file);
    }
    const Silence silence;
    if (const QString fault = loadRuntime(); !fault.isEmpty()) {
        return fail(ErrorCode::ModelInvalid, QStringLiteral(NUTGRAF_ONNXRUNTIME), fault);
    }
    try {
        auto d = std::make_unique<Private>(QFile::encodeName(file).toStdString());
        if (d->outputs == 0) {
            return fail(ErrorCode::ModelInvalid, file, QStringLiteral("scores"));
        }
        return Network(std::move(d));
    } catch (const Ort::Exception &error) {
        return fail(ErrorCode::ModelInvalid, file, QString::fromUtf8(error.what()));
    }
}

std::vector<float> Network::scores(std::span<float> vectors, std::span<Columns> columns) const
{
    const auto words = static_cast<qint64>(columns.size());
    const std::array<qint64, 2> vectorShape{words, static_cast<qint64>(vectors.size()) / words};
    const std::array<qint64, 2> columnShape{words, static_cast<qint64>(Columns().size())};
    std::vector<float> found(columns.size() * d->outputs);
    const std::array<qint64, 2> scoreShape{words, static_cast<qint64>(d->outputs)};
    // ORT counts in int64_t, which may be another type of the same size than Qt's.
    static_assert(sizeof(int64_t) == sizeof(qint64));
    const auto shape = [](const std::array<qint64, 2> &of) {
        return std::array<int64_t, 2>{of[0], of[1]};
    };
    std::vector<int64_t> numbers;
    numbers.reserve(columns.size() * Columns().size());
    for (const Columns &row : columns) {
        numbers.insert(numbers.end(), row.begin(), row.end());
    }
    try {
        const std::array<Ort::Value, 2> inputs{
            Ort::Value::CreateTensor<float>(d->memory, vectors.data(), vectors.size(),
                                            shape(vectorShape).data(), 2),
            Ort::Value::CreateTensor<int64_t>(d->memory, numbers.data(), numbers.size(),
                                              shape(columnShape).data(), 2)};
        std::array<Ort::Value, 1> outputs{Ort::Value::CreateTensor<float>(
            d->memory, found.data(), found.size(), shape(scoreShape).data(), 2)};
        d->session.Run(Ort::RunOptions(), Inputs.data(), inputs.data(), inputs.size(),
                       Outputs.data(), outputs.data(), outputs.size());
    } catch (const Ort::Exception &) {
        return {};
    }
    return found;
}

size_t Network::outputs() const
{
    return d->outputs;
}

} // namespace nutgraf::tagger

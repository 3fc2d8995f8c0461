using System.Diagnostics;

namespace CommerceVideo.Sandbox.Children;

/// <summary>What a child says, line by line, appended to its file.</summary>
internal sealed class ChildLog : IDisposable
{
    private readonly StreamWriter _file;
    private readonly Queue<string> _last = new();
    private readonly int _kept;

    public ChildLog(string path, int kept)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            AutoFlush = true,
        };
        _kept = kept;
    }

    public Task Finished { get; private set; } = Task.CompletedTask;

    public string Tail
    {
        get
        {
            lock (_last)
            {
                return string.Join('\n', _last);
            }
        }
    }

    public ChildLog Collect(Process process, Action<string>? onLine)
    {
        Finished = Task.WhenAll(ReadAsync(process.StandardOutput, onLine), ReadAsync(process.StandardError, null));
        return this;
    }

    public void Dispose() => _file.Dispose();

    private async Task ReadAsync(StreamReader from, Action<string>? onLine)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (_last)
            {
                _file.WriteLine(line);
                _last.Enqueue(line);
                if (_last.Count > _kept)
                {
                    _last.Dequeue();
                }
            }
            onLine?.Invoke(line);
        }
    }
}

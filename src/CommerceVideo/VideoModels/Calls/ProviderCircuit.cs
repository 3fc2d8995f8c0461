using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>One breaker a provider: after failing often it is not asked for a while. The router reads its state.</summary>
internal sealed class ProviderCircuits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ProviderCircuit> _all = new(StringComparer.Ordinal);

    public ProviderCircuit Of(string provider) => _all.GetOrAdd(provider, _ => new ProviderCircuit(time));
}

/// <summary>The breaker round all exchanges with one provider.</summary>
internal sealed class ProviderCircuit
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private readonly CircuitBreakerStateProvider _state = new();

    public ProviderCircuit(TimeProvider time)
    {
        Pipeline = new ResiliencePipelineBuilder<ProviderAnswer> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<ProviderAnswer>
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 6,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = Break,
                    StateProvider = _state,
                    ShouldHandle = static arguments => ValueTask.FromResult(IsFailure(arguments.Outcome.Result)),
                }
            )
            .Build();
    }

    public ResiliencePipeline<ProviderAnswer> Pipeline { get; }

    public bool IsOpen => _state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    // A refusal is an answer; only silence and the provider's own trouble speak against it.
    private static bool IsFailure(ProviderAnswer? answer) =>
        answer
            is ProviderAnswer.NotSent
                or ProviderAnswer.Lost
                or ProviderAnswer.Answered { Status: >= 500 and <= 599 };
}

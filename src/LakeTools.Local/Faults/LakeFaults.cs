using System.IO.Enumeration;

namespace LakeTools.Local.Faults;

/// <summary>The faults of one connection or server. Counts what it has injected; safe for use by several threads.</summary>
public sealed class LakeFaults
{
    private readonly object _gate = new();
    private readonly List<Script> _scripts;
    private int _count;

    /// <summary>Makes the faults.</summary>
    /// <param name="faults">The faults; if several match a request, the first one applies.</param>
    public LakeFaults(IEnumerable<LakeFault> faults) => _scripts = faults.Select(fault => new Script(fault)).ToList();

    /// <summary>The number of failed requests so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The operations that may conflict, as <c>glue:CreateTable</c>.</summary>
    public static IReadOnlyList<string> Conflicting { get; } =
        [.. ServiceFaults.Operations.SelectMany(service => service.Value.Where(name => ServiceFaults.MayConflict(service.Key, name))
            .Select(name => $"{service.Key}:{name}")).Order(StringComparer.Ordinal)];

    /// <summary>The operations that a lake answers, by the signing names of their services.</summary>
    /// <param name="service">The services' names, with * and ?.</param>
    /// <returns>The operations' names in AWS's APIs.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> OperationsOf(string service) =>
        ServiceFaults.Operations.Where(pair => Is(service, pair.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Returns whether a fault can strike any operation that a lake answers.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>False if its names match none, or none that can fail so.</returns>
    public static bool MayMatch(LakeFault fault) =>
        ServiceFaults.Operations.Any(service => service.Value.Any(operation => Matches(fault, service.Key, operation)));

    /// <summary>The fault that strikes a request, or null.</summary>
    internal LakeFault? Next(string service, string operation)
    {
        lock (_gate)
        {
            LakeFault? struck = null;
            foreach (var script in _scripts)
                if (Matches(script.Fault, service, operation) && script.Strikes(mayStrike: struck is null)) struck = script.Fault;
            if (struck is not null) _count++;
            return struck;
        }
    }

    private static bool Matches(LakeFault fault, string service, string operation) =>
        Is(fault.Service, service) && Is(fault.Operation, operation)
        && (fault.Kind != LakeFaultKind.ConcurrentModification || ServiceFaults.MayConflict(service, operation));

    private static bool Is(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name);

    /// <summary>One fault, and how far it has come.</summary>
    private sealed class Script(LakeFault fault)
    {
        private readonly Random _random = new(fault.Seed);
        private int _seen;
        private int _struck;

        public LakeFault Fault => fault;

        /// <summary>Counts a matching request, and draws whatever another fault does, so the sequence stays the same.</summary>
        public bool Strikes(bool mayStrike)
        {
            if (_seen++ < fault.Skip) return false;
            var drawn = _random.NextDouble() < fault.Rate;
            if (!drawn || !mayStrike || _struck >= (fault.Count ?? int.MaxValue)) return false;
            _struck++;
            return true;
        }
    }
}

namespace LakeTools.Host.Pester;

/// <summary>Should, with Pester 5's operators. The cmdlet is called Assert-Should, and Should is its alias.</summary>
[Cmdlet("Assert", "Should")]
public sealed class ShouldCommand : PSCmdlet
{
    private readonly List<object?> _piped = [];

    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public object? ActualValue { get; set; }

    [Parameter(Position = 0)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [Alias("ExpectedType", "ExpectedMessage", "CommandName", "RegularExpression", "ExpectedContent", "ParameterName")]
    public object? ExpectedValue { get; set; }

    [Parameter]
    public SwitchParameter Not { get; set; }

    [Parameter]
    public string? Because { get; set; }

    [Parameter]
    [Alias("EQ")]
    public SwitchParameter Be { get; set; }

    [Parameter]
    [Alias("CEQ")]
    public SwitchParameter BeExactly { get; set; }

    [Parameter]
    public SwitchParameter BeLike { get; set; }

    [Parameter]
    public SwitchParameter BeLikeExactly { get; set; }

    [Parameter]
    public SwitchParameter Match { get; set; }

    [Parameter]
    [Alias("CMATCH")]
    public SwitchParameter MatchExactly { get; set; }

    [Parameter]
    public SwitchParameter Contain { get; set; }

    [Parameter]
    public SwitchParameter BeIn { get; set; }

    [Parameter]
    public SwitchParameter BeNullOrEmpty { get; set; }

    [Parameter]
    public SwitchParameter BeTrue { get; set; }

    [Parameter]
    public SwitchParameter BeFalse { get; set; }

    [Parameter]
    [Alias("HaveType")]
    public SwitchParameter BeOfType { get; set; }

    [Parameter]
    public SwitchParameter HaveCount { get; set; }

    [Parameter]
    public SwitchParameter Exist { get; set; }

    [Parameter]
    public SwitchParameter FileContentMatch { get; set; }

    [Parameter]
    public SwitchParameter FileContentMatchExactly { get; set; }

    [Parameter]
    [Alias("GT")]
    public SwitchParameter BeGreaterThan { get; set; }

    [Parameter]
    [Alias("LT")]
    public SwitchParameter BeLessThan { get; set; }

    [Parameter]
    [Alias("GE")]
    public SwitchParameter BeGreaterOrEqual { get; set; }

    [Parameter]
    [Alias("LE")]
    public SwitchParameter BeLessOrEqual { get; set; }

    [Parameter]
    public SwitchParameter HaveParameter { get; set; }

    [Parameter]
    public object? Type { get; set; }

    [Parameter]
    public SwitchParameter Mandatory { get; set; }

    [Parameter]
    public string? InParameterSet { get; set; }

    [Parameter]
    public string[]? Alias { get; set; }

    [Parameter]
    public SwitchParameter HasArgumentCompleter { get; set; }

    [Parameter]
    public SwitchParameter Throw { get; set; }

    [Parameter]
    public string? ErrorId { get; set; }

    [Parameter]
    public Type? ExceptionType { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public new SwitchParameter Invoke { get; set; }

    [Parameter]
    public SwitchParameter InvokeVerifiable { get; set; }

    [Parameter(Position = 1)]
    public int Times { get; set; } = -1;

    [Parameter]
    public SwitchParameter Exactly { get; set; }

    [Parameter]
    public string? ModuleName { get; set; }

    [Parameter]
    public ScriptBlock? ParameterFilter { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput) _piped.Add(ActualValue);
    }

    protected override void EndProcessing()
    {
        var actual = new ActualInput(MyInvocation.ExpectingInput, _piped, ActualValue);
        var outcome = Judge(actual, ShouldValue.Bare(ExpectedValue));
        if (outcome.Holds != Not) return;
        var because = Because is null ? "" : ", because " + Because;
        var failure = new RuntimeException(outcome.Text(Not).Replace("{because}", because));
        ThrowTerminatingError(new ErrorRecord(failure, "PesterAssertionFailed", ErrorCategory.InvalidResult, null));
    }

    private ShouldOutcome Judge(ActualInput actual, object? expected)
    {
        if (Be || BeExactly) return ShouldCompare.Equal(actual, expected, ignoreCase: !BeExactly);
        if (BeLike || BeLikeExactly) return ShouldCompare.Like(actual, expected, ignoreCase: BeLike);
        if (Match || MatchExactly) return ShouldCompare.Match(actual, expected, ignoreCase: Match);
        if (Contain) return ShouldCompare.Contain(actual, expected);
        if (BeIn) return ShouldCompare.In(actual, expected);
        if (BeNullOrEmpty) return ShouldCompare.NullOrEmpty(actual);
        if (BeTrue || BeFalse) return ShouldCompare.Truth(actual, BeTrue);
        if (BeOfType) return ShouldCompare.OfType(actual, expected);
        if (HaveCount) return ShouldCompare.Count(actual, expected);
        if (BeGreaterThan) return ShouldCompare.Order(actual, expected, "greater than", order => order > 0);
        if (BeLessThan) return ShouldCompare.Order(actual, expected, "less than", order => order < 0);
        if (BeGreaterOrEqual) return ShouldCompare.Order(actual, expected, "greater than or equal to", order => order >= 0);
        if (BeLessOrEqual) return ShouldCompare.Order(actual, expected, "less than or equal to", order => order <= 0);
        if (Exist) return new ShouldOutcome(InvokeProvider.Item.Exists(actual.Value?.ToString() ?? ""),
            $"Expected path {ShouldValue.Show(actual.Value)} to {{not}}exist{{because}}.");
        if (FileContentMatch || FileContentMatchExactly) return Content(actual, expected, ignoreCase: FileContentMatch);
        if (HaveParameter) return ShouldHaveParameter.Judge(this, actual, expected);
        if (Throw) return Thrown(actual, expected);
        if (Invoke) return Invoked(expected);
        if (InvokeVerifiable) return Verified();
        throw new PSArgumentException("Should needs an operator, such as -Be.");
    }

    private ShouldOutcome Content(ActualInput actual, object? pattern, bool ignoreCase)
    {
        var options = ignoreCase ? System.Text.RegularExpressions.RegexOptions.IgnoreCase
            : System.Text.RegularExpressions.RegexOptions.None;
        var file = GetUnresolvedProviderPathFromPSPath(actual.Value!.ToString()!);
        var found = File.ReadLines(file).Any(line => System.Text.RegularExpressions.Regex.IsMatch(line, pattern!.ToString()!, options));
        return new ShouldOutcome(found,
            $"Expected {ShouldValue.Show(pattern)} to {{not}}be found in file {ShouldValue.Show(file)}{{because}}.");
    }

    private ShouldOutcome Thrown(ActualInput actual, object? message)
    {
        if (actual.Value is not ScriptBlock block)
            throw new PSArgumentException(
                "Input is missing or not a ScriptBlock. Input to '-Throw' and '-Not -Throw' must be enclosed in curly braces.");
        var error = ShouldThrow.Run(block, InvokeCommand, ExceptionType);
        var outcome = ShouldThrow.Judge(error, message?.ToString(), ErrorId, ExceptionType);
        if (outcome.Holds && PassThru && !Not) WriteObject(error);
        return outcome;
    }

    private ShouldOutcome Invoked(object? command)
    {
        var got = Convert.ToInt32(ShouldValue.Bare(
            Ask("Get-MockCallCount -Name $args[0] -ModuleName $args[1] -ParameterFilter $args[2] -Scope $args[3]", command, ModuleName,
            ParameterFilter, Scope)[0]));
        var times = Times < 0 ? 1 : Times;
        var exactly = Exactly || Times == 0;
        return new ShouldOutcome(exactly ? got == times : got >= times,
            $"Expected {command} to {{not}}be called {(exactly ? "" : "at least ")}{times} times{(exactly ? " exactly" : "")}{{because}}, but was called {got} times");
    }

    private ShouldOutcome Verified()
    {
        var unused = Ask("Get-UnusedVerifiableMock");
        return new ShouldOutcome(unused.Count == 0, "Expected all verifiable mocks to {not}be called{because}, but these were not: "
            + string.Join(", ", unused));
    }

    private System.Collections.ObjectModel.Collection<PSObject> Ask(string script, params object?[] arguments) =>
        InvokeCommand.InvokeScript(true, ScriptBlock.Create(script), null, arguments);
}

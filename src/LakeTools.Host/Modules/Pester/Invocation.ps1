# Running files, and saying how it went.

function New-PesterConfiguration {
    param([hashtable] $Hashtable = @{})
    $configuration = @{
        Run    = @{ Path = '.'; PassThru = $false; Exit = $false; Throw = $false; SkipRun = $false }
        Filter = @{ Tag = @(); ExcludeTag = @(); FullName = @() }
        Output = @{ Verbosity = 'Normal' }
    }
    foreach ($section in $Hashtable.Keys) {
        if (!$configuration.ContainsKey($section)) { $configuration[$section] = @{} }
        foreach ($option in $Hashtable[$section].Keys) { $configuration[$section][$option] = $Hashtable[$section][$option] }
    }
    $configuration
}

function Find-TestFile([string[]] $Path) {
    foreach ($item in $Path) {
        foreach ($found in Resolve-Path $item -ErrorAction Stop) {
            if (Test-Path $found.ProviderPath -PathType Container) { Get-ChildItem $found.ProviderPath -Recurse -Filter *.Tests.ps1 | ForEach-Object FullName | Sort-Object }
            else { $found.ProviderPath }
        }
    }
}

function Write-TestResult($Test) {
    $mark, $color = switch ($Test.Result) { Passed { '[+]', 'DarkGreen' } Failed { '[-]', 'Red' } default { '[!]', 'Yellow' } }
    $reason = if ($Test.Because) { ", because $($Test.Because)" }
    Write-Host "$mark $($Test.Path) $([int]$Test.Duration.TotalMilliseconds)ms$reason" -ForegroundColor $color
    if (!$Test.ErrorRecord) { return }
    Write-Host "    $($Test.ErrorRecord.Exception.Message -replace "`n", "`n    ")" -ForegroundColor Red
    Write-Host "    at $(($Test.ErrorRecord.ScriptStackTrace -split "`n")[0])" -ForegroundColor Red
}

function Invoke-Pester {
    [CmdletBinding(DefaultParameterSetName = 'Simple')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Simple')] [string[]] $Path = '.',
        [Parameter(ParameterSetName = 'Simple')] [Alias('Tag')] [string[]] $TagFilter = @(),
        [Parameter(ParameterSetName = 'Simple')] [Alias('ExcludeTag')] [string[]] $ExcludeTagFilter = @(),
        [Parameter(ParameterSetName = 'Simple')] [string[]] $FullNameFilter = @(),
        [Parameter(ParameterSetName = 'Simple')] [string] $Output = 'Normal',
        [Parameter(ParameterSetName = 'Simple')] [switch] $CI,
        [Parameter(ParameterSetName = 'Simple')] [switch] $PassThru,
        [Parameter(Mandatory, ParameterSetName = 'Advanced')] [hashtable] $Configuration
    )
    if ($Configuration) {
        $whole = New-PesterConfiguration $Configuration
        $Path, $PassThru, $CI = $whole.Run.Path, $whole.Run.PassThru, $whole.Run.Exit
        $TagFilter, $ExcludeTagFilter, $FullNameFilter = $whole.Filter.Tag, $whole.Filter.ExcludeTag, $whole.Filter.FullName
        $Output = $whole.Output.Verbosity
    }

    # Blocks of the caller's session state: what runs in them sees the caller's variables and commands, and not this module's.
    $caller = $PSCmdlet.SessionState
    $result = [LakeTools.Host.Pester.TestRun]::new()
    $outer = $script:Run
    $script:Run = [pscustomobject]@{
        Phase = 'None'; Current = $null; Test = $null; TestDrive = $null; Result = $result
        Stack = [System.Collections.Generic.Stack[object]]::new()
        Mocks = [System.Collections.Generic.List[object]]::new()
        Calls = [System.Collections.Generic.List[object]]::new()
        OnResult = switch ($Output) { None { {} } Detailed { { Write-TestResult $args[0] } } default { { if ($args[0].Result -eq 'Failed') { Write-TestResult $args[0] } } } }
        Bound = @{
            NewScope    = [LakeTools.Host.Pester.CallerBlock]::Create($caller, 'if ($args[1]) { $_ = $args[2]; if ($args[2] -is [System.Collections.IDictionary]) { foreach ($___entry in $args[2].GetEnumerator()) { $ExecutionContext.SessionState.PSVariable.Set($___entry.Key, $___entry.Value) } } }; & $args[0]')
            RunFile     = [LakeTools.Host.Pester.CallerBlock]::Create($caller, '. $args[0]')
            SetFunction = [LakeTools.Host.Pester.CallerBlock]::Create($caller, '$null = $ExecutionContext.InvokeProvider.Item.Set("function:local:$($args[0])", $args[1])')
            Expand      = [LakeTools.Host.Pester.CallerBlock]::Create($caller, @'
[regex]::Replace($args[0], '(?<!`)<([^<>]+?)>', {
    param($___match)
    try {
        $___value = & ([scriptblock]::Create('$' + $___match.Groups[1].Value))
        if ($null -eq $___value) { '$null' } elseif ($___value -is [array]) { $___value -join ', ' } else { "$___value" }
    }
    catch { $___match.Value }
}).Replace('`<', '<').Replace('`>', '>')
'@)
        }
    }
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    try {
        foreach ($file in Find-TestFile $Path) {
            $root = [LakeTools.Host.Pester.TestBlock]::OfFile($file)
            $script:Run.Current = $root
            $script:Run.Phase = 'Discovery'
            try { & $script:Run.Bound.RunFile $file | Out-Null } catch { $result.BlockErrors.Add($_); continue } finally { $script:Run.Phase = 'Run' }
            $root.Filter($TagFilter, $ExcludeTagFilter)
            New-TestDrive
            try { Invoke-Block $root '' } finally { Remove-TestDrive }
        }
    }
    finally { $script:Run = $outer }

    foreach ($problem in $result.BlockErrors) { Write-Host "[-] $problem" -ForegroundColor Red }
    if ($Output -ne 'None') {
        Write-Host "Tests completed in $([int]$watch.Elapsed.TotalMilliseconds)ms"
        Write-Host "$($result.PassedCount) passed, $($result.FailedCount + $result.BlockErrors.Count) failed, $($result.SkippedCount) skipped"
    }
    if ($PassThru) { $result }
    $failures = $result.FailedCount + $result.BlockErrors.Count
    if (!$failures -and !$result.Tests.Count) { Write-Host 'No test was found.' -ForegroundColor Red; $failures = 1 }
    if ($CI -and $failures) { exit $failures }
}

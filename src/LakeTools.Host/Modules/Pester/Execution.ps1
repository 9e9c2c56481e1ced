# The second phase: hooks and tests run, each block in a scope inside its parent's, each test in a scope inside its block's.

function Expand-Name([string] $Name) {
    if ($Name -notmatch '<') { return $Name }
    . $script:Run.Bound.Expand $Name
}

function Set-ItResult {
    param([switch] $Skipped, [switch] $Inconclusive, [switch] $Pending, [string] $Because)
    $end = [System.Management.Automation.RuntimeException]::new($Because)
    $end.Data['ItResult'] = if ($Inconclusive) { 'Inconclusive' } else { 'Skipped' }
    throw $end
}

function Complete-Test($Test, [string] $Path) {
    $Test.Path = "$Path.$($Test.ExpandedName)"
    $script:Run.Result.Tests.Add($Test)
    & $script:Run.OnResult $Test
}

function Invoke-Test($Test, [string] $Path) {
    $run = $script:Run
    $run.Test = $Test
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $mocks = $run.Mocks.Count
    $chain = $Test.Block.Chain()
    if ($Test.Skip) {
        $Test.Result = 'Skipped'
        & $run.Bound.NewScope { $Test.ExpandedName = Expand-Name $Test.Name } $Test.HasData $Test.Data
    }
    else {
        & $run.Bound.NewScope {
            try {
                $Test.ExpandedName = Expand-Name $Test.Name
                try {
                    foreach ($___block in $chain) { foreach ($___hook in $___block.BeforeEach) { $null = . $___hook } }
                    if ($Test.TakesParameters) { $___data = $Test.Data; $null = . $Test.Body @___data } else { $null = . $Test.Body }
                }
                finally {
                    for ($___i = $chain.Count - 1; $___i -ge 0; $___i--) { foreach ($___hook in $chain[$___i].AfterEach) { $null = . $___hook } }
                }
                $Test.Result = 'Passed'
            }
            catch {
                $Test.Result = if ($_.Exception.Data['ItResult']) { $_.Exception.Data['ItResult'] } else { 'Failed' }
                if ($Test.Result -eq 'Failed') { $Test.ErrorRecord = $_ } else { $Test.Because = $_.Exception.Message }
            }
        } $Test.HasData $Test.Data
    }
    Restore-Mock $mocks
    $Test.Duration = $watch.Elapsed
    $run.Test = $null
    Complete-Test $Test $Path
}

# A block whose BeforeAll failed fails all of its tests.
function Deny-Block($Block, $ErrorRecord, [string] $Path) {
    foreach ($item in $Block.Items) {
        if ($item -is [LakeTools.Host.Pester.TestBlock]) { Deny-Block $item $ErrorRecord "$Path.$($item.Name)"; continue }
        $item.Result = if ($item.Skip) { 'Skipped' } else { 'Failed' }
        if (!$item.Skip) { $item.ErrorRecord = $ErrorRecord }
        Complete-Test $item $Path
    }
}

function Invoke-Block($Block, [string] $Path) {
    $run = $script:Run
    $mocks = $run.Mocks.Count
    $files = Get-TestDriveItem
    $hasWork = $Block.HasWork()
    $run.Stack.Push($Block)
    & $run.Bound.NewScope {
        $___ready = $true
        $___path = $Path
        try {
            $___name = Expand-Name $Block.Name
            $___path = if (!$Block.Parent) { '' } elseif ($Path) { "$Path.$___name" } else { $___name }
            if ($hasWork) { foreach ($___hook in $Block.BeforeAll) { $null = . $___hook } }
        }
        catch { $___ready = $false; Deny-Block $Block $_ $___path }
        if ($___ready) {
            foreach ($___item in $Block.Items) {
                if ($___item -is [LakeTools.Host.Pester.TestBlock]) { Invoke-Block $___item $___path } else { Invoke-Test $___item $___path }
            }
        }
        if ($hasWork) { foreach ($___hook in $Block.AfterAll) { try { $null = . $___hook } catch { $run.Result.BlockErrors.Add($_) } } }
    } $Block.HasData $Block.Data
    $null = $run.Stack.Pop()
    Restore-Mock $mocks
    Remove-TestDriveItem $files
}

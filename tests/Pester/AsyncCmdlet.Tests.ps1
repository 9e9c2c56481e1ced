# How every cmdlet speaks to its pipeline, seen with cmdlets that say what they are told to (_samples/AsyncProbe.cs): Invoke-Probe only
# reads, Set-Probe changes things.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $file = Join-Path $TestDrive "probe-$([guid]::NewGuid().ToString('N')).dll"
    $libraries = "$PSScriptRoot/../../out/LakeTools/bin/LakeTools.Cmdlets.dll", [psobject].Assembly.Location,
        'System.Collections', 'System.Collections.Concurrent', 'System.Console', 'System.Linq', 'System.ObjectModel', 'System.Threading'
    $options = '-nowarn:CS1701' # the module is compiled against the runtime of the oldest PowerShell
    Add-Type -TypeDefinition (Get-Content "$PSScriptRoot/_samples/AsyncProbe.cs" -Raw) -ReferencedAssemblies $libraries `
        -CompilerOptions $options -OutputAssembly $file -ErrorAction Stop
    . "$PSScriptRoot/_samples/Pwsh.ps1"
    . "$PSScriptRoot/_samples/Import-Probe.ps1"
    $module = Import-Probe $file
    $assembly = $module.ImplementingAssembly
    $probe = $assembly.GetType('ProbeCmdlet')
    $patience = [timespan]::FromMinutes(1) # only against hanging

    # Starts a script in a runspace of its own, with a host that has answers.
    function Start-Script([string] $Script, [int[]] $Answer = @()) {
        $hosting = [System.Activator]::CreateInstance($assembly.GetType('AnsweringHost'), @(, $Answer))
        $runspace = [runspacefactory]::CreateRunspace($hosting)
        $runspace.Open()
        $runspace.SessionStateProxy.SetVariable('assembly', $assembly)
        $runspace.SessionStateProxy.SetVariable('log', $hosting.Log)
        $shell = [powershell]::Create($runspace).AddScript("Import-Module -Assembly `$assembly; $Script")
        @{ Shell = $shell; Runspace = $runspace; Log = $hosting.Log; Running = $shell.BeginInvoke() }
    }

    function Wait-Until([scriptblock] $Condition) { [System.Threading.SpinWait]::SpinUntil($Condition, $patience) | Should -BeTrue }

    function Wait-Script($started) {
        try { , @($started.Shell.EndInvoke($started.Running)) }
        finally { $started.Shell.Dispose(); $started.Runspace.Dispose() }
    }
}

AfterAll { Remove-Module -ModuleInfo $module }

Describe '<command>' -ForEach @{ command = 'Invoke-Probe' }, @{ command = 'Set-Probe' } {
    BeforeEach { $probe::Reset() }

    It 'keeps the order of what the body says' {
        $kinds = 'object', 'verbose', 'object', 'warning', 'error', 'debug', 'objects', 'information', 'error', 'verbose', 'ask', 'tell'
        $steps = 0..999 | ForEach-Object { "$($kinds[$_ * 7 % $kinds.Count]) $_" }
        $VerbosePreference = $DebugPreference = 'Continue'
        $given = & $command $steps -ErrorAction Continue 2>&1 3>&1 4>&1 5>&1 6>&1 | ForEach-Object { "$_" }
        $given | Should -Be (0..999)
    }

    It 'asks nothing under -Debug: <switches>' -ForEach @(
        @{ switches = '-Debug'; expected = 'a', 'c', 'd', 'True', 'f' }
        @{ switches = '-Debug -Verbose'; expected = 'a', 'b', 'c', 'd', 'Performing the operation "Change" on target "e".', 'True', 'f' }
        @{ switches = '-Debug -WarningAction SilentlyContinue'; expected = 'a', 'd', 'True', 'f' }
        @{ switches = '-Debug:$false'; expected = 'c', 'd', 'True', 'f' }
    ) {
        $steps = "'debug a', 'verbose b', 'warning c', 'error d', 'change e', 'object f'"
        $given = Wait-Script (Start-Script "$command $steps $switches -ErrorAction Continue *>&1")
        $given | ForEach-Object { "$_" } | Should -Be $expected
    }

    It 'asks under -Debug where -WarningAction wants it' {
        $started = Start-Script "$command 'warning a', 'warning b' -Debug -WarningAction Inquire 3>`$null" 1
        $null = Wait-Script $started
        $started.Log | Should -Be 'asked, answered Yes to All'
    }

    It 'delivers what was said before an error of the body, in order' {
        $seen = [System.Collections.Generic.List[string]]::new()
        $steps = @(1..50 | ForEach-Object { "object $_"; "warning $_" }) + 'throw at the end'
        { & $command $steps 3>&1 | ForEach-Object { $seen.Add("$_") } } | Should -Throw -ErrorId 'LakeTools.Unexpected,*'
        $seen | Should -Be (1..50 | ForEach-Object { $_, $_ })
    }

    It 'ends the body with what a command downstream throws, which the caller gets' {
        { & $command 'count 1000000' | ForEach-Object { if ($_ -eq 3) { throw 'downstream' } } } | Should -Throw -ErrorId downstream
        $probe::HasEnded | Should -BeTrue
        $probe::Said | Should -BeLessThan 1000
    }

    It 'ends a body that <does> when the pipeline has enough' -ForEach @(
        @{ does = 'goes on writing'; steps = @('count 1000000') }
        @{ does = 'writes batches'; steps = @('countheavy 1000000') }
        @{ does = 'waits'; steps = 'object 0', 'object 1', 'object 2', 'wait' }
        @{ does = 'has more records'; steps = @('objects 0,1,2,3') }
        @{ does = 'says several things at once'; steps = 'tell 0,1,2,3', 'object 4' }
    ) {
        1, 2 | ForEach-Object { , $steps } | & $command | Select-Object -First 3 | Should -Be 0, 1, 2
        $probe::HasEnded | Should -BeTrue
        $probe::Said | Should -BeLessThan 1000
        @($probe::Begun | Where-Object { $_ -eq $steps[0] }).Count | Should -Be 1
    }

    It 'ends a record that is taken at once when the pipeline has enough' {
        'object 0', 'object 1', 'object 2' | & $command -AtOnce | Select-Object -First 1 | Should -Be 0
        $probe::Begun | Should -Be 'object 0'
    }

    It 'ends a body that <does> when the pipeline is stopped' -ForEach @(
        @{ does = 'waits'; script = "'wait'"; until = { 'wait' -in $probe::Begun.ToArray() } }
        @{ does = 'goes on writing'; script = "'count 2000000000' | Out-Null"; until = { $probe::Said -gt 1000 } }
        @{ does = 'waits for room'; script = "'count 2000000000' | ForEach-Object { Wait-Event never }"; until = { $probe::Said -ge 0 } }
    ) {
        $started = Start-Script "$command $script"
        Wait-Until $until
        $started.Shell.Stop()
        $started.Shell.InvocationStateInfo.State | Should -Be Stopped
        $probe::HasEnded | Should -BeTrue
        $started.Runspace.Dispose()
    }

    It 'abandons what it began, once, and says so: <where>' -ForEach @(
        @{ where = 'an earlier command throws between two records'; script = "& { 'object 1'; throw 'x' } | {0}" }
        @{ where = 'a later command throws'; script = "'object 1' | {0} | ForEach-Object { throw 'x' }" }
        @{ where = 'a later command has enough'; script = "'object 1', 'object 2' | {0} | Select-Object -First 1" }
        @{ where = 'the body throws'; script = "'throw x' | {0}" }
        @{ where = 'a record that is taken at once throws'; script = "'throw x' | {0} -AtOnce" }
    ) {
        $started = Start-Script $script.Replace('{0}', $command)
        try { $null = Wait-Script $started } catch { $null = $_ }
        Wait-Until { $started.Log.Count -gt 0 }
        $started.Log | Should -Be 'warning abandoned'
        $probe::Abandoned | Should -Be 1
    }

    It 'ends at once where what it takes back needs long: <where>' -ForEach @(
        @{ where = 'Ctrl+C'; script = "{0} 'hold', 'wait'"; stops = 'wait' }
        @{ where = 'Ctrl+C, and a body that does not heed it'; script = "{0} 'hold', 'deaf'"; stops = 'deaf' }
        @{ where = 'an earlier command throws'; script = "& { 'hold'; throw 'x' } | {0}" }
        @{ where = 'a later command throws'; script = "'hold', 'object 1' | {0} | ForEach-Object { throw 'x' }" }
        @{ where = 'a later command has enough'; script = "'hold', 'object 1', 'object 2' | {0} | Select-Object -First 1" }
    ) {
        $started = Start-Script $script.Replace('{0}', $command)
        $since = $null
        if ($stops) {
            Wait-Until { $stops -in $probe::Begun.ToArray() }
            $since = [System.Diagnostics.Stopwatch]::StartNew()
            $started.Shell.Stop()
        }

        try { $null = Wait-Script $started } catch { $null = $_ }
        $since ??= $probe::SinceAbandoned
        $since.Elapsed | Should -BeLessThan ([timespan]::FromSeconds(8)) # one second and what a busy machine takes
        $probe::Abandoned | Should -Be 0
        $probe::Released.SetResult()
        Wait-Until { $started.Log.Count -gt 0 }
        $started.Log | Should -Be 'warning abandoned'
    }

    It 'begins after what an earlier command takes back' {
        try { & { 'linger 500'; throw 'x' } | & $command } catch { $null = $_ }
        & $command 'object 1' | ForEach-Object { $probe::Abandoned } | Should -Be 1
    }

    It 'abandons what it began after the body that a stop has ended' {
        $started = Start-Script "$command 'wait'"
        Wait-Until { 'wait' -in $probe::Begun.ToArray() }
        $started.Shell.Stop()
        Wait-Until { $started.Log.Count -gt 0 }
        $started.Log | Should -Be 'warning abandoned'
        $probe::WasAbandonedEarly | Should -BeFalse
        $started.Runspace.Dispose()
    }

    It 'says where it cannot take back what it began' {
        $started = Start-Script "& { 'balk'; throw 'x' } | $command"
        try { $null = Wait-Script $started } catch { $null = $_ }
        Wait-Until { $started.Log.Count -gt 0 }
        $started.Log | Should -BeLike "warning $command *cannot*"
    }

    It 'takes back what it began before the process ends' {
        $program, $first = Get-Pwsh
        $said = & $program @first -NoProfile -Command @"
Import-Module '$PSScriptRoot/../../out/LakeTools'
. '$PSScriptRoot/_samples/Import-Probe.ps1'
`$null = Import-Probe '$file'
& { 'linger 4000'; throw 'x' } | $command
"@ 2>$null
        $said | Should -Contain 'WARNING: abandoned'
    }

    It 'abandons nothing where all was done' {
        $started = Start-Script "'object 1', 'error 2' | $command -ErrorAction SilentlyContinue"
        Wait-Script $started | Should -Be 1
        $started.Log | Should -BeNullOrEmpty
        $probe::Abandoned | Should -Be 0
    }

    It 'answers ShouldContinue and tells it to the body, after what was said before' {
        $started = Start-Script "$command 'object a', 'continue x', 'object b', 'continue y', 'progress c', 'warning d' | ForEach-Object { `$log.Add(`$_) }" 0, 1
        $null = Wait-Script $started
        $started.Log | Should -Be 'a', 'asked, answered Yes', 'True', 'b', 'asked, answered No', 'False', 'progress c', 'warning d'
    }
}

Describe 'A cmdlet that only reads' {
    BeforeEach { $probe::Reset() }

    It 'runs ahead of its consumer' {
        $ahead = Invoke-Probe 'count 1000' | ForEach-Object {
            if ($_ -eq 0) { [System.Threading.SpinWait]::SpinUntil({ $probe::Said -ge 100 }, $patience) }
        }
        $ahead | Should -BeTrue
    }

    It 'runs no further ahead than two batches: <step>' -ForEach @(
        @{ step = 'count 20000'; most = 256 } # 128 objects are with the pipeline, as many wait, and the next one is about to
        @{ step = 'countheavy 2000'; most = 2 }
    ) {
        $ahead = Invoke-Probe $step | ForEach-Object { $probe::Said - $_ } | Measure-Object -Maximum
        $ahead.Count | Should -Be ($step -split ' ')[1]
        $ahead.Maximum | Should -BeLessOrEqual $most
    }
}

Describe 'A cmdlet that changes things' {
    BeforeEach { $probe::Reset() }

    It 'does nothing more once <what>' -ForEach @(
        @{ what = 'the pipeline has enough'; steps = 'object 1', 'change a'; run = { Set-Probe $steps | Select-Object -First 1 } }
        @{ what = 'a command downstream throws'; steps = 'object 1', 'change a'; run = { Set-Probe $steps | ForEach-Object { throw 'x' } } }
        @{ what = 'an error ends it'; steps = 'error 1', 'change a'; run = { Set-Probe $steps -ErrorAction Stop } }
        @{ what = 'a warning ends it'; steps = 'warning 1', 'change a'; run = { Set-Probe $steps -WarningAction Stop } }
        @{ what = 'a question about what it says is answered with Halt'; steps = 'warning 1', 'change a'
           run = { Wait-Script (Start-Script "Set-Probe 'warning 1', 'change a' -WarningAction Inquire" 2) } }
    ) {
        try { $null = & $run 3>$null } catch { $null = $_ }
        $probe::Begun | Should -Be $steps[0]
    }

    It 'gets the answers of ShouldProcess: <answers>' -ForEach @(
        @{ answers = 0, 2, 1; expected = 'asked, answered Yes', 'True', 'asked, answered No', 'False', 'asked, answered Yes to All', 'True', 'True' }
        @{ answers = 0, 3; expected = 'asked, answered Yes', 'True', 'asked, answered No to All', 'False', 'False', 'False' }
    ) {
        $started = Start-Script "Set-Probe 'change a', 'change b', 'change c', 'change d' -Confirm | ForEach-Object { `$log.Add(`$_) }" $answers
        $null = Wait-Script $started
        $started.Log | Should -Be $expected
    }

    It 'gets no for -WhatIf and yes without a question' {
        Set-Probe 'change a', 'change b' -WhatIf | Should -Be $false, $false
        Set-Probe 'change a', 'change b' -Confirm:$false | Should -Be $true, $true
    }
}

# What a person at a terminal meets: Ctrl+C goes to every process of the foreground, and is meant for the command that runs.
BeforeDiscovery {
    $noTerminal = $IsWindows -or -not (Get-Command python3 -ErrorAction Ignore)
    if ($env:LAKETOOLS_REQUIRE_PEERS -eq '1' -and -not $IsWindows) { $noTerminal = $false }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $module = (Get-Module LakeTools).ModuleBase
    $lake = Join-Path $TestDrive lake
    . "$PSScriptRoot/_samples/Pwsh.ps1"
    $pwsh = Get-Pwsh

    function New-Fifo([string] $Name) {
        $path = Join-Path $TestDrive $Name
        mkfifo $path
        $path
    }

    function New-Job([string] $Name, [string] $Script, [string] $Command = 'pythonshell') {
        $file = Join-Path $TestDrive "$Name.py"
        Set-Content $file $Script
        Connect-Lake -Local $lake
        $null = New-LakeBucket scripts -ErrorAction Ignore
        $null = Send-LakeObject -Path $file -Uri "s3://scripts/$Name.py"
        $null = New-LakeGlueJob $Name -Role role/Loader -ScriptLocation "s3://scripts/$Name.py" -Command $Command
    }

    # What a terminal shows that a person uses so.
    function Use-Terminal([hashtable[]] $Step) {
        $steps = Join-Path $TestDrive steps.json
        ConvertTo-Json @($Step) | Set-Content $steps
        $shown = @(python3 "$PSScriptRoot/_terminal/terminal.py" $steps @pwsh -NoProfile -NoLogo 2>&1) -join "`n"
        # Result files are XML, which has no form for control characters.
        if ($LASTEXITCODE -ne 0) { throw ($shown -replace '[\x00-\x08\x0b-\x1f]', ' ') }
        $shown
    }
}

AfterAll { Disconnect-Lake }

Describe 'Ctrl+C' -Skip:$noTerminal {
    It 'does not reach a Spark run, which has a session of its own' {
        $bin = New-Item -ItemType Directory (Join-Path $TestDrive bin)
        Set-Content "$bin/spark-submit" '#!/bin/sh', 'exec python3 -c "import os; print(os.getsid(0) == os.getpid())"'
        chmod +x "$bin/spark-submit"
        New-Job spark '' glueetl
        $path = $env:PATH
        $env:PATH = "$bin" + [IO.Path]::PathSeparator + $path
        try { $run = Start-LakeGlueJob spark | Wait-LakeGlueJobRun } finally { $env:PATH = $path }
        ($run | Get-LakeGlueJobLog).Message | Should -Be 'True'
    }

    It 'ends the wait for a run, and not the run' {
        $started, $go = (New-Fifo started), (New-Fifo go)
        New-Job waits @"
import os
go = os.open('$go', os.O_RDWR)
os.close(os.open('$started', os.O_WRONLY))
os.read(go, 1)
"@
        Disconnect-Lake
        Use-Terminal @(
            @{ show = '> $' }
            @{ type = "Import-Module '$module'; Connect-Lake -Local '$lake'; `$r = Start-LakeGlueJob waits; 'star' + 'ted'" }
            @{ show = 'started\r?\n' }
            @{ type = "`$null = [IO.File]::ReadAllText('$started'); & { 'wait' + 'ing'; `$r | Wait-LakeGlueJobRun }" }
            @{ show = 'Job waits \[RUNNING' } # the wait is under way
            @{ key = 'c' }
            @{ type = "'the prompt is ' + 'back'" }
            @{ show = 'the prompt is back' }
            @{ write = $go }
            @{ type = "`"It ended as `$((`$r | Wait-LakeGlueJobRun).State).`"" }
            @{ show = 'It ended as \w*\.' }
        ) | Should -Match 'It ended as SUCCEEDED\.'
    }
}

Describe 'Stop-LakeGlueJobRun' -Skip:$noTerminal {
    It 'ends every process of the run, those too whose parent has ended' {
        $alive = New-Fifo alive
        # The shell ends at once; what it started keeps the FIFO open.
        New-Job parents @"
import subprocess
subprocess.run(['sh', '-c', 'exec 3>"`$0"; (echo up >&3; exec sleep 600) &', '$alive'])
subprocess.run(['sleep', '600'])
"@
        $run = Start-LakeGlueJob parents
        $reader = [IO.StreamReader]::new([IO.File]::OpenRead($alive))
        $reader.ReadLine() | Should -Be 'up'
        $run | Stop-LakeGlueJobRun
        $run | Wait-LakeGlueJobRun -ErrorAction Ignore
        ($run | Get-LakeGlueJobRun).State | Should -Be 'STOPPED'
        $reader.ReadToEndAsync().Wait([timespan]::FromSeconds(60)) | Should -BeTrue
        $reader.Dispose()
    }
}

Describe 'A question about what is lost' -Skip:$noTerminal {
    It 'takes Enter for no, and y for yes' {
        Connect-Lake -Local $lake
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive shop)
        Set-Content "$folder/full.yaml" "lake: 1`nname: shop`ndatabases: { shop: {} }`nowns: [{ database: shop }]"
        Set-Content "$folder/none.yaml" "lake: 1`nname: shop`nowns: [{ database: shop }]"
        Publish-LakeDefinition "$folder/full.yaml" | Out-Null
        $null = Use-Terminal @(
            @{ show = '> ' }
            @{ type = "Import-Module '$module'; Connect-Lake -Local '$lake'; Publish-LakeDefinition '$folder/none.yaml'; 'answered' + '-1'" }
            @{ show = 'default is "?N' }
            @{ type = '' }
            @{ show = 'answered-1' }
            @{ type = "exit" }
        )
        Get-GlueDatabase shop | Should -HaveCount 1
        $null = Use-Terminal @(
            @{ show = '> ' }
            @{ type = "Import-Module '$module'; Connect-Lake -Local '$lake'; Publish-LakeDefinition '$folder/none.yaml'; 'answered' + '-1'" }
            @{ show = 'default is "?N' }
            @{ type = 'y' }
            @{ show = 'answered-1' }
            @{ type = "exit" }
        )
        Get-GlueDatabase shop -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }
}

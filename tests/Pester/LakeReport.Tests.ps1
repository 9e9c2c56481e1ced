BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $analyst = 'arn:aws:iam::000000000000:role/analyst'
    function Read-Report([string] $Path) {
        $page = Get-Content $Path -Raw
        ($page -split '<script type="application/json" id="data">')[1].Split('</script>')[0] | ConvertFrom-Json
    }
    function New-TestLake {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string' | Out-Null
        New-GlueDatabase hr | Out-Null
        New-GlueTable hr people -Column 'id:int' | Out-Null
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL -DatabaseName hr -TableName people
    }
}

AfterAll { Disconnect-Lake }

Describe 'Export-LakeReport' {
    BeforeEach {
        New-TestLake
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).html"
    }

    It 'writes a page and says nothing, unless it is asked to' {
        Export-LakeReport $file | Should -BeNullOrEmpty
        $file | Should -Exist
        $emitted = Export-LakeReport -Path $file -PassThru
        $emitted | Should -BeOfType ([IO.FileInfo])
        $emitted.FullName | Should -Be $file
        Get-ChildItem (Split-Path $file) -Filter *.part -Force | Should -BeNullOrEmpty
    }

    It 'names everybody and everything, and its title' {
        Export-LakeReport $file -Title 'Rights <b>in May</b>'
        $data = Read-Report $file
        $data.title | Should -Be 'Rights <b>in May</b>'
        Get-Content $file -Raw | Should -Not -Match '<b>in May'
        $data.account | Should -Be '000000000000'
        $data.principals.ForEach({ $_[0] }) | Should -Contain $analyst
        $data.principals.ForEach({ $_[0] }) | Should -Contain 'IAM_ALLOWED_PRINCIPALS'
        $data.things.ForEach({ $_[1] }) | Should -Be @('the catalog', 'hr', 'hr.people', 'sales', 'sales.orders')
    }

    It 'says of one principal what reaches it, through everybody''s grants too' {
        Export-LakeReport $file -Principal role/analyst
        $data = Read-Report $file
        $data.principals.Count | Should -Be 1
        $data.principals[0][0] | Should -Be $analyst
        $reached = $data.entries.ForEach({ $data.things[$_[1]][1] })
        $reached | Should -Contain 'sales.orders'
        $reached | Should -Contain 'hr.people'
    }

    It 'is cut to databases, by name, wildcard and pipeline' {
        Export-LakeReport $file -DatabaseName s*
        (Read-Report $file).things.ForEach({ $_[1] }) | Should -Be @('sales', 'sales.orders')
        (Read-Report $file).grants | Should -Be 1
        Get-GlueDatabase hr | Export-LakeReport $file
        (Read-Report $file).things.ForEach({ $_[1] }) | Should -Be @('hr', 'hr.people')
        Get-GlueDatabase | Export-LakeReport $file
        (Read-Report $file).things.ForEach({ $_[1] }) | Should -Be @('hr', 'hr.people', 'sales', 'sales.orders')
    }

    It 'takes wildcards of principals' {
        Export-LakeReport $file -Principal *analyst
        (Read-Report $file).principals[0][0] | Should -Be $analyst
    }

    It 'writes nothing with -WhatIf' {
        Export-LakeReport $file -WhatIf
        $file | Should -Not -Exist
    }

    It 'leaves a file alone with -NoClobber, and replaces it without' {
        Set-Content $file 'mine'
        { Export-LakeReport $file -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileExists,LakeTools.Cmdlets.Reports.ExportLakeReportCommand'
        Get-Content $file | Should -Be 'mine'
        Export-LakeReport $file
        (Read-Report $file).account | Should -Be '000000000000'
    }

    It 'leaves what was there where something fails' {
        Set-Content $file 'mine'
        { Export-LakeReport $file -DatabaseName none -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DatabaseNotFound,LakeTools.Cmdlets.Reports.ExportLakeReportCommand'
        Get-Content $file | Should -Be 'mine'
        Get-ChildItem (Split-Path $file) -Filter *.part -Force | Should -BeNullOrEmpty
    }

    It 'says what is wrong before it reads anything' {
        { Export-LakeReport (Join-Path $TestDrive 'none/r.html') -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileError,*'
        { Export-LakeReport $TestDrive -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileError,*'
        { Export-LakeReport $file -Principal nobody -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidPrincipal,*'
        { Export-LakeReport $file -Principal x* -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.NothingToReport,*'
        { Export-LakeReport $file -DatabaseName x* -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.NothingToReport,*'
        $file | Should -Not -Exist
    }

    It 'takes a path of PowerShell''s current location' {
        Push-Location $TestDrive
        try { (Export-LakeReport ./here.html -PassThru).FullName | Should -Be (Join-Path $TestDrive 'here.html') } finally { Pop-Location }
    }

    It 'says where the reader could not look' {
        $reader = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru -NoDefault
        Export-LakeReport $file -Connection $reader
        $data = Read-Report $file
        $data.notes.Count | Should -BeGreaterThan 0
        $data.readBy | Should -Be $analyst
    }
}
